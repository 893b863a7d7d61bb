import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { DuplicateRequest } from '../../domain/duplicate-request.ts';
import { duplicateSource, duplicateTerms } from '../../domain/duplicate-request.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { duplicateColumns } from '../duplicate-request-row.ts';
import { toDb, toDbOrNull } from '../instants.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import { documentAsked, readClients } from '../queries/duplicate-requests.ts';
import { openingCalendarOf } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockClientCodes } from './write-activation-code.ts';

export interface AskedDuplicate {
  readonly clientCode: string;
  readonly number: string;
  /** Of several issuers that have a client code of that text. */
  readonly issuerId: string | null;
}

/**
 * The birth of a request (WF-38); the same person's for the same document while it is open is the same. Refuses
 * `duplicate-request.unknown-client`, `duplicate-request.which-issuer`, and what `duplicateSource` refuses. Returns its id.
 */
export const askForDuplicate =
  (knex: Knex) =>
  (asked: AskedDuplicate, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const { number } = asked;
      const client = await clientOf(trx, asked, actor.id);
      await lockClientCodes(trx, [client.id]);
      const openKey = `${actor.id} ${client.id} ${number}`;
      const open = await trx('duplicate_requests')
        .where({ open_key: openKey })
        .first<{ id: string } | undefined>('id');
      if (open !== undefined) return open.id;
      const document = await documentAsked(trx, client.id, number);
      const source = duplicateSource(document, client.readings, at);
      if (typeof source === 'object') throw new Refused(source);
      const policySetId = await policySetInForce(trx, client.brandId, at);
      const terms = duplicateTerms(await documentPolicyOf(trx, policySetId));
      const calendar = await openingCalendarOf(trx, { brand_id: client.brandId, policy_set_id: policySetId });
      const id = uuidv7();
      const dueAt = source === 'stored' ? null : addOpeningHours(at, terms.issuerHours, calendar);
      const documentId = source === 'stored' && document !== null ? document.id : null;
      const { language } = await trx('users').where({ id: actor.id }).first<{ language: string }>('language');
      const born: DuplicateRequest = {
        ...{ id, brand: await brandKeyOf(trx, client.brandId), issuerId: client.issuerId },
        ...{ clientCodeId: client.id, documentId, terms, version: 1, openedAt: at, dueAt },
        ...{ overdueAt: null, delivered: null, refused: null, closed: null },
      };
      const rule = `WF-38: ${String(terms.issuerHours)} opening hours, ${terms.zone}, policy ${String(terms.version)}`;
      await trx('duplicate_requests').insert({
        ...{ id, brand_id: client.brandId, issuer_id: client.issuerId, policy_set_id: policySetId },
        ...{ client_code_id: client.id, number, document_id: documentId, asked_by_id: actor.id, language },
        ...{ opened_at: toDb(at), due_at: toDbOrNull(dueAt), due_rule: dueAt === null ? null : rule },
        ...duplicateColumns(born),
        open_key: openKey,
      });
      await appendEvent(trx, {
        kind: 'duplicate-request.asked',
        subjectType: 'duplicate-request',
        subjectId: id,
        companyId: null,
        actor,
        at,
        body: { version: 1, clientCodeId: client.id, documentId, dueAt },
        wakes: { life: 'duplicate-request', id },
      });
      return id;
    });

async function clientOf(trx: Knex.Transaction, { clientCode, issuerId }: AskedDuplicate, userId: string) {
  const found = await readClients(trx, userId, clientCode);
  const [client, ...more] = found.filter((each) => issuerId === null || each.issuerId === issuerId);
  if (client === undefined)
    throw new Refused(refuseValue('duplicate-request.unknown-client', { field: 'clientCode' }));
  if (more.length > 0)
    throw new Refused(refuseValue('duplicate-request.which-issuer', { field: 'issuerId' }));
  return client;
}
