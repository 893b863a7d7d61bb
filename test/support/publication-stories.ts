/** Publication runs and documents that wait, told by instants: begun as the API does, with an issuer and a recipient of their own. */
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { publishDocument } from '../../db/changes/publish-documents.ts';
import { beginRun } from '../../db/changes/publication-runs.ts';
import type { PreparedDocument } from '../../db/changes/insert-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { receives } from './recipients.ts';
import { hashOf, requestAt } from './requests.ts';
import type { Setting } from './stories.ts';

/** An issuer of a brand of its own, and somebody who receives its client code. */
export async function anIssuer(teller: Setting) {
  const { knex } = teller;
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  const issuerId = uuidv7();
  const tail = issuerId.slice(-6).toUpperCase();
  const code = `T${tail}1`;
  await knex('issuers').insert({
    ...{ id: issuerId, brand_id: house.brandId, issuer_key: `issuer-${tail}`, name: 'An issuer' },
    created_at: new Date('2020-01-01T00:00:00Z'),
  });
  await knex('issuer_prefixes').insert({ issuer_id: issuerId, prefix: `T${tail}`, name: 'A part of it' });
  await knex('client_codes').insert({
    ...{ id: uuidv7(), issuer_id: issuerId, code, prefix: `T${tail}`, customer_number: '1' },
    ...{ company_name: 'A client', language: 'nl', created_at: new Date('2020-01-01T00:00:00Z') },
  });
  await receives(knex, house.userId, code);
  const actor = { type: 'issuer', id: issuerId } as const;
  const ground = (at: Instant) => publishingGround(knex, issuerId, at);
  return {
    issuerId,
    house,
    code,
    actor,
    clientCodeId: async () => (await knex('client_codes').where({ code }).first<{ id: string }>('id')).id,
    /** A document published at that instant, and its case if it has one. */
    publish: async (
      at: Instant,
      of: { readonly clientCode?: string; readonly embargoUntil?: CalendarDay } = {},
    ) => {
      await teller.until(at);
      const prepared = aPrepared({
        clientCode: of.clientCode ?? code,
        embargoUntil: of.embargoUntil ?? null,
      });
      const delivery = { ground: await ground(at), actor };
      const taken = { number: prepared.data.number, prepared };
      const { documentId } = await publishDocument(knex, () => at)(taken, delivery, requestAt(at));
      const found = await knex('document_cases')
        .where({ document_id: documentId })
        .first<{ id: string } | undefined>('id');
      return { documentId, caseId: found?.id ?? '' };
    },
    beginRun: async (at: Instant) => {
      await teller.until(at);
      const beginning = {
        ground: await ground(at),
        reference: randomUUID(),
        kind: 'current' as const,
        actor,
        at,
      };
      return (await beginRun(knex)(beginning, requestAt(at))).id;
    },
  };
}

export function aPrepared(of: {
  readonly clientCode: string;
  readonly embargoUntil: CalendarDay | null;
}): PreparedDocument {
  const number = randomUUID();
  return {
    documentId: uuidv7(),
    data: {
      number,
      kind: 'invoice',
      clientCode: of.clientCode,
      issuedOn: '2027-02-01',
      dueOn: null,
      totalCents: 12_100,
      currency: 'EUR',
      refersTo: null,
    },
    embargoUntil: of.embargoUntil,
    contentHash: hashOf(number),
    // Nobody opens it: what lies in the store is told elsewhere.
    pdf: null,
    ubl: null,
  };
}
