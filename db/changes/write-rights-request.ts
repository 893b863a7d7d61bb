import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import type { RightSet } from '../../domain/right-set.ts';
import type { Desk, RightsRequest } from '../../domain/rights-request.ts';
import { inHouseEnd, rightsRequestStage } from '../../domain/rights-request.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { openingCalendarOf } from '../registration-row.ts';
import type { RightsRequestRow } from '../rights-request-row.ts';
import { rightsRequestColumns, rightsRequestFrom } from '../rights-request-row.ts';
import type { Author } from '../../domain/user.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { LockedCompany, LockedMember } from './lock-member.ts';
import { authorOf, lockCompany, lockMember, onBehalf } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const rightsRequestLife = lifeActor('rights-request');

export interface LockedRightsRequest {
  readonly row: RightsRequestRow;
  readonly request: RightsRequest;
  readonly company: LockedCompany;
  /** Who acts, as he stands under the lock; of the life itself nothing is asked. */
  readonly author: Author;
  /** Who asks; null when he is none of the company any more. */
  readonly member: LockedMember | null;
}

/** The request with its company, the one who acts and the one who asks locked before it. Refuses `not-found`. */
export async function lockRightsRequest(
  trx: Knex.Transaction,
  id: string,
  actor: Actor,
): Promise<LockedRightsRequest> {
  const found = await trx('rights_requests')
    .where({ id })
    .first<{ company_id: string; user_id: string } | undefined>('company_id', 'user_id');
  if (found === undefined) throw new Refused(hidden);
  const company = await lockCompany(trx, found.company_id);
  const author = await authorOf(trx, company.id, actor);
  const member = await lockMember(trx, company.id, found.user_id);
  const row = await trx('rights_requests').where({ id }).forUpdate().first<RightsRequestRow>();
  return { row, request: await rightsRequestFrom(trx, row), company, author, member };
}

/** Until when whoever gets it on his desk now has it: staff by their opening hours (UM-25), administrators by days. */
export async function deskDueAt(
  trx: Knex.Transaction,
  row: Pick<RightsRequestRow, 'brand_id' | 'policy_set_id'>,
  terms: RightsRequest['terms'],
  desk: Desk,
  at: Instant,
): Promise<Instant> {
  if (desk === 'in-house') return inHouseEnd(at, terms);
  return addOpeningHours(at, terms.staffHours, await openingCalendarOf(trx, row));
}

export interface RequestTold {
  readonly event: string;
  /** Ids, words of the program, blocks of rights; never what somebody wrote. */
  readonly facts?: object;
  readonly mails?: readonly string[];
  /** What is still asked for, where that has changed. */
  readonly open?: RightSet;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly words?: { readonly kind: string; readonly text: string } | null | undefined;
}

/** Writes the request as a rule left it, what was written, the mails it owes and the event. Returns the row as it stands. */
export async function writeRightsRequest(
  trx: Knex.Transaction,
  request: RightsRequest,
  told: RequestTold,
  { actor, at, command }: Doing,
): Promise<Owing<RightsRequest>> {
  const { id, companyId, version } = request;
  const { event, facts = {}, mails = [], open, columns = {}, words } = told;
  await trx('rights_requests')
    .where({ id })
    .update({
      ...rightsRequestColumns(request),
      ...(open && { open_rights: JSON.stringify(open) }),
      ...columns,
    });
  if (words) await writeWords(trx, { id, version }, words, actor, at);
  for (const kind of mails)
    await owePersonMail(trx, { life: 'rights-request', lifeId: id, kind, which: version }, at);
  await appendEvent(trx, {
    kind: `rights-request.${event}`,
    subjectType: 'rights-request',
    subjectId: id,
    companyId,
    actor,
    at,
    body: { version, stage: rightsRequestStage(request), ...facts, ...onBehalf(actor, companyId) },
    ...(command && { wakes: { life: 'rights-request', id }, command }),
  });
  return withOwed(trx, request);
}

export async function writeWords(
  trx: Knex.Transaction,
  { id, version }: Pick<RightsRequest, 'id' | 'version'>,
  { kind, text }: { readonly kind: string; readonly text: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await trx('rights_request_words').insert({
    request_id: id,
    version,
    kind,
    written_by: actor.id,
    is_staff: actor.type === 'staff',
    written_at: toDb(at),
    text,
  });
}

/** The mail with which the asker hears how it ended. */
export function outcomeMails({ closed }: RightsRequest): readonly string[] {
  return closed === null || closed.outcome === 'withdrawn' ? [] : [`rights-request-${closed.outcome}`];
}
