import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type {
  DuplicateAct,
  DuplicateCommandName,
  DuplicateInputs,
  DuplicateRequest,
} from '../../domain/duplicate-request.ts';
import * as rules from '../../domain/duplicate-request.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { DuplicateRow } from '../duplicate-request-row.ts';
import { duplicateColumns, duplicateFromRow } from '../duplicate-request-row.ts';
import { toDb } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { SealedBlob } from './insert-documents.ts';
import { takeParticulars } from './keep-particulars.ts';
import { owePersonMail } from './owe-person-mail.ts';

type State = Owing<DuplicateRequest>;

/** The life itself acts. */
const duplicateLife = lifeActor('duplicate-request');

/** A command on a request as it travels. */
export interface DuplicateCommand<Name extends DuplicateCommandName = DuplicateCommandName> {
  readonly duplicateId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
  readonly input: DuplicateInputs[Name];
}

/** What an issuer hands in, kept beside the command until it is carried out. */
export interface FulfilParticulars {
  readonly copy: SealedBlob;
}

/** The issuer delivers, or says why it does not. Refuses `not-found` and what `duplicateCommands` refuse. */
export const commandDuplicate =
  (knex: Knex) =>
  <Name extends DuplicateCommandName>(name: Name, command: DuplicateCommand<Name>): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { duplicateId: id, actor, request, input } = command;
      const at = request.receivedAt;
      const { of } = await lock(trx, id);
      orThrow(rules.duplicateCommands[name](of));
      const wakes = { life: 'duplicate-request', id };
      const by = { actor, wakes, command: { update: name, updateId: request.id, args: command } };
      if (input !== null)
        return write(trx, rules.refuseDuplicate(of, input.reason, at), { ...by, event: 'refused' }, at);
      const copy = (await takeParticulars<FulfilParticulars>(trx, request))?.copy;
      if (copy === undefined) throw new Refused(hidden);
      const { id: blobId, wrappedKey, sha256, bytes } = copy;
      await trx('blobs').insert({
        ...{ id: blobId, issuer_id: of.issuerId, wrapped_key: wrappedKey, sha256, bytes },
        created_at: toDb(at),
      });
      await trx('duplicate_requests').where({ id }).update({ blob_id: blobId });
      return write(trx, rules.deliverDuplicate(of, at), { ...by, event: 'delivered' }, at);
    });

/** What is stored is delivered, the hours or the days are over: asked again under lock. Returns the row as it stands. */
export const carryOutDuplicateAct =
  (knex: Knex) =>
  (id: string, kind: DuplicateAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { of, row, document } = await lock(trx, id);
      if (!isActDue(rules.planForDuplicate(of), kind, at)) return withOwed(trx, of);
      const by = { actor: duplicateLife };
      if (kind === 'overdue')
        return write(trx, rules.overdueDuplicate(of, at), { ...by, event: 'overdue' }, at);
      if (kind === 'end') {
        // Without its key nobody reads it any more; the object is removed within the hour (relay/orphans.ts).
        const gone = { wrapped_key: null, destroyed_at: toDb(at) };
        if (row.blob_id !== null) await trx('blobs').where({ id: row.blob_id }).update(gone);
        return write(trx, rules.endDuplicate(of, at), { ...by, event: 'ended' }, at);
      }
      const fault = document === null ? 'destroyed' : rules.deliveryFault(standingFrom(document));
      if (fault !== null)
        return write(trx, rules.refuseDuplicate(of, fault, at), { ...by, event: 'refused' }, at);
      return write(trx, rules.deliverDuplicate(of, at), { ...by, event: 'delivered' }, at);
    });

/** With its document locked before it, so that a recall or a destruction of that waits. Refuses `not-found`. */
async function lock(trx: Knex.Transaction, id: string) {
  const found = await trx('duplicate_requests').where({ id }).first<DuplicateRow | undefined>();
  if (found === undefined) throw new Refused(hidden);
  const document =
    found.document_id === null
      ? undefined
      : await trx('issued_documents')
          .where({ id: found.document_id })
          .forUpdate()
          .first<DocumentRow | undefined>();
  const row = await trx('duplicate_requests').where({ id }).forUpdate().first<DuplicateRow>();
  return { row, document: document ?? null, of: await duplicateFromRow(trx, row) };
}

const mails: Readonly<Record<string, string>> = {
  delivered: 'duplicate-delivered',
  refused: 'duplicate-refused',
};

async function write(
  trx: Knex.Transaction,
  of: DuplicateRequest,
  { event, ...by }: Pick<NewEvent, 'actor' | 'wakes' | 'command'> & { readonly event: string },
  at: Instant,
): Promise<State> {
  const { id, version, clientCodeId, documentId, refused } = of;
  await trx('duplicate_requests').where({ id }).update(duplicateColumns(of));
  const kind = mails[event];
  if (kind !== undefined) await owePersonMail(trx, { life: 'duplicate-request', lifeId: id, kind }, at);
  await appendEvent(trx, {
    ...by,
    kind: `duplicate-request.${event}`,
    subjectType: 'duplicate-request',
    subjectId: id,
    companyId: null,
    at,
    body: { version, clientCodeId, documentId, refused },
  });
  return withOwed(trx, of);
}
