import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';

/** What is kept from being destroyed: one of the two. */
export interface Held {
  readonly documentId: string | null;
  readonly clientCodeId: string | null;
}

interface Holding {
  readonly actor: Actor;
  readonly at: Instant;
}

/** Staff keep a document, or everything of a client code, from being destroyed. Refuses `right.missing`, `retention-hold.unknown`, `issued-document.destroyed`. */
export const placeHold =
  (knex: Knex) =>
  (
    held: Held & { readonly reason: string },
    { actor, at }: Holding,
    request: ChangeRequest,
  ): Promise<{ readonly id: string }> =>
    change(knex, request, async (trx) => {
      const { documentId, clientCodeId, reason } = held;
      await operatorOnly(trx, actor, 'issued-document.hold');
      await refuseUnknown(trx, held);
      const id = uuidv7();
      const of = { document_id: documentId, client_code_id: clientCodeId };
      await trx('retention_holds').insert({ id, ...of, reason, placed_by: actor.id, placed_at: toDb(at) });
      await tell(trx, id, 'placed', { documentId, clientCodeId }, { actor, at });
      return { id };
    });

/** From now on its retention counts again. Refuses `right.missing`, `not-found`, `retention-hold.released`. */
export const releaseHold =
  (knex: Knex) =>
  (id: string, { actor, at }: Holding, request: ChangeRequest): Promise<{ readonly id: string }> =>
    change(knex, request, async (trx) => {
      await operatorOnly(trx, actor, 'issued-document.hold');
      const row = await trx('retention_holds')
        .where({ id })
        .forUpdate()
        .first<{ released_at: Date | null } | undefined>('released_at');
      if (row === undefined) throw new Refused(hidden);
      if (row.released_at !== null) throw new Refused(refuseState('retention-hold.released'));
      await trx('retention_holds')
        .where({ id })
        .update({ released_by: actor.id, released_at: toDb(at) });
      await tell(trx, id, 'released', {}, { actor, at });
      return { id };
    });

/** Locked, so that a sweep that is at it waits: what it has begun is destroyed, the rest is held. */
async function refuseUnknown(trx: Knex.Transaction, { documentId, clientCodeId }: Held): Promise<void> {
  if (documentId !== null) {
    const row = await trx('issued_documents')
      .where({ id: documentId })
      .forUpdate()
      .first<{ destroying_since_at: Date | null } | undefined>('destroying_since_at');
    if (row === undefined) throw new Refused(refuseValue('retention-hold.unknown', { field: 'documentId' }));
    if (row.destroying_since_at !== null) throw new Refused(refuseState('issued-document.destroyed'));
  } else {
    const row: unknown = await trx('client_codes').where({ id: clientCodeId }).forUpdate().first('id');
    if (row === undefined)
      throw new Refused(refuseValue('retention-hold.unknown', { field: 'clientCodeId' }));
  }
}

async function tell(
  trx: Knex.Transaction,
  id: string,
  event: string,
  body: object,
  { actor, at }: Holding,
): Promise<void> {
  await appendEvent(trx, {
    kind: `retention-hold.${event}`,
    subjectType: 'retention-hold',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body,
  });
}
