import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { CaseAct, CaseCommandName, CaseInputs, DocumentCase } from '../../domain/document-case.ts';
import * as rules from '../../domain/document-case.ts';
import { channelFor } from '../../domain/issued-document.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { hidden, orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import type { DocumentCaseRow } from '../document-case-row.ts';
import { caseColumns, caseFromRow } from '../document-case-row.ts';
import { toDb } from '../instants.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent, appendEvents } from './append-event.ts';
import { arriveAsRead } from './arrive-as-read.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';
import { receiverOf } from './open-reception.ts';
import { showWaiting } from './show-documents.ts';
import type { Doing } from './write-mail-item.ts';

type State = Owing<DocumentCase>;

/** The life itself acts. */
const caseLife = lifeActor('document-case');

/** A command on a case as it travels. */
export interface CaseCommand<Name extends CaseCommandName = CaseCommandName> {
  readonly caseId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
  readonly input: CaseInputs[Name];
}

interface LockedCase {
  readonly of: DocumentCase;
  readonly policySetId: string;
  readonly brandId: string;
}

/** Staff say whose it is or reject it; the issuer takes it back. Refuses what `caseCommands` refuse, `right.missing`, and `issued-document.unknown-client`. */
export const commandCase =
  (knex: Knex) =>
  <Name extends CaseCommandName>(name: Name, command: CaseCommand<Name>): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const locked = await lockCase(trx, command.caseId);
      orThrow(rules.caseCommands[name](locked.of));
      const { actor, request, input } = command;
      const at = request.receivedAt;
      if (name !== 'withdraw') await operatorOnly(trx, actor, 'issued-document.assign');
      const { next, facts = {} } = await works[name](trx, locked, input, at);
      const event = name === 'assign' ? 'assigned' : name === 'reject' ? 'rejected' : 'withdrawn';
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeCase(trx, locked, next, event, facts, doing);
    });

/** The end of an embargo, or of the mails about a recall: asked again under lock. */
export const carryOutCase =
  (knex: Knex) =>
  (id: string, kind: CaseAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lockCase(trx, id);
      const { of } = locked;
      if (!isActDue(rules.planForCase(of), kind, at)) return withOwed(trx, of);
      const event = kind === 'publish' ? 'published' : 'closed';
      const next = rules.carryOutCase(of, kind, at);
      return writeCase(trx, locked, next, event, {}, { actor: caseLife, at });
    });

/** The row as it stands. */
export const readCase =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockCase(trx, id)).of));

/** The case with its document locked before it, so that a recall of the document waits. */
async function lockCase(trx: Knex.Transaction, id: string): Promise<LockedCase> {
  const found = await trx('document_cases')
    .where({ id })
    .first<{ document_id: string } | undefined>('document_id');
  if (found === undefined) throw new Refused(hidden);
  await trx('issued_documents').where({ id: found.document_id }).forUpdate().first('id');
  const row = await trx('document_cases').where({ id }).forUpdate().first<DocumentCaseRow>();
  return { of: await caseFromRow(trx, row), policySetId: row.policy_set_id, brandId: row.brand_id };
}

type Works = {
  readonly [Name in CaseCommandName]: (
    trx: Knex.Transaction,
    locked: LockedCase,
    input: CaseInputs[Name],
    at: Instant,
  ) => Promise<{ readonly next: DocumentCase; readonly facts?: object }>;
};

const works: Works = {
  /** Only now it is published, and by its channel now (WF-32: the channel is fixed at issue). */
  assign: async (trx, { of, policySetId }, { clientCodeId }, at) => {
    const client = await trx('client_codes')
      .where({ id: clientCodeId, issuer_id: of.issuerId })
      .first<{ code: string } | undefined>('code');
    if (client === undefined)
      throw new Refused(refuseValue('issued-document.unknown-client', { field: 'clientCodeId' }));
    const { isPaperRefused } = await documentPolicyOf(trx, policySetId);
    const { documentId } = of;
    const document = () => trx('issued_documents').where({ id: documentId });
    const { is_archived: archived } = await document().first<{ is_archived: number }>('is_archived');
    await document().update({
      client_code_id: clientCodeId,
      client_code: client.code,
      published_at: toDb(at),
    });
    // Its client code is locked by the foreign key from here on: who goes back to paper comes before this, or after.
    const isReceived = (await receiverOf(trx, clientCodeId)) !== null;
    await document().update({ channel: channelFor(isReceived, archived === 1, isPaperRefused) });
    if (archived === 1) await arriveAsRead(trx, [{ documentId, clientCodeId }], at);
    return { next: rules.assignCase(of, at), facts: { clientCodeId } };
  },
  /** Its number is free again: it was never published. */
  reject: async (trx, { of }, { reason }, at) => {
    await trx('issued_documents')
      .where({ id: of.documentId })
      .update({ withdrawn_at: toDb(at), number_key: null });
    await trx('document_cases').where({ id: of.id }).update({ reject_reason: reason });
    return { next: rules.rejectCase(of, at), facts: { reason } };
  },
  withdraw: async (trx, { of }, _input, at) => {
    await trx('issued_documents')
      .where({ id: of.documentId })
      .update({ withdrawn_at: toDb(at) });
    return { next: rules.withdrawCase(of, at) };
  },
};

/** Once it is published whoever may see the document is told, as at a publication that waits for nothing. */
async function writeCase(
  trx: Knex.Transaction,
  { brandId }: LockedCase,
  of: DocumentCase,
  event: string,
  facts: object,
  { actor, at, command }: Doing,
): Promise<State> {
  await trx('document_cases').where({ id: of.id }).update(caseColumns(of));
  const isShown = of.closed?.outcome === 'published';
  const shown = isShown ? await showWaiting(trx, of.documentId, brandId, at) : [];
  await appendEvent(trx, {
    kind: `document-case.${event}`,
    subjectType: 'document-case',
    subjectId: of.id,
    companyId: null,
    actor,
    at,
    body: { version: of.version, documentId: of.documentId, ...facts },
    ...(command && { wakes: { life: 'document-case', id: of.id }, command }),
  });
  await appendEvents(trx, null, shown);
  return withOwed(trx, of);
}
