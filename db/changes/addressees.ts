/** The names under which a box receives mail (PP-03). */
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { checkOpenBox } from '../../domain/postbox.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { postboxFrom } from '../postbox-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockPostbox } from './lock-postbox.ts';

export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Instant;
}

/** Adds a name; letter case and accents do not make another one. Refuses `not-found`, `postbox.closed`, `addressee.exists`. */
export const addAddressee =
  (knex: Knex) =>
  (postboxId: string, name: string, actor: Actor, request: ChangeRequest): Promise<Addressee> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const box = await lockPostbox(trx, postboxId);
      orThrow(checkOpenBox(postboxFrom(box)));
      const same = await trx('addressees')
        .where({ postbox_id: postboxId, name, removed_at: null })
        .first<{ id: string } | undefined>('id');
      if (same !== undefined) throw new Refused(refuseState('addressee.exists', { field: 'name' }));
      const id = uuid();
      await trx('addressees').insert({ id, postbox_id: postboxId, name, added_at: toDb(at) });
      await appendEvent(trx, { ...about(postboxId, box.company_id, id), kind: 'addressee.added', actor, at });
      return { id, name, addedAt: at };
    });

/** Takes a name away; letters that bear it keep it. Refuses `not-found`, for a name taken away before too. */
export const removeAddressee =
  (knex: Knex) =>
  (postboxId: string, addresseeId: string, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const box = await lockPostbox(trx, postboxId);
      const removed = await trx('addressees')
        .where({ id: addresseeId, postbox_id: postboxId, removed_at: null })
        .update({ removed_at: toDb(at) });
      if (removed === 0) throw new Refused(hidden);
      await appendEvent(trx, {
        ...about(postboxId, box.company_id, addresseeId),
        kind: 'addressee.removed',
        actor,
        at,
      });
    });

function about(postboxId: string, companyId: string, addresseeId: string) {
  return { subjectType: 'postbox', subjectId: postboxId, companyId, body: { addresseeId } };
}
