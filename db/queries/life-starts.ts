/** The rows from which lives are started: whole, as the workflow's input needs them. */
import type { Knex } from 'knex';
import type { LifeName, LifeRows, MailItemToStart } from '../../domain/life-rows.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { accountInvitationById } from './account-invitations.ts';
import { duplicateById } from './duplicate-requests.ts';
import { mergeById } from './account-merges.ts';
import { activationCodeById } from './activation-codes.ts';
import { codeBatchById } from './code-batches.ts';
import { recoveryToStart } from './credential-recoveries.ts';
import { emailChangeToStart } from './email-changes.ts';
import { reviewById } from './access-reviews.ts';
import { recoveryById } from './administrator-recoveries.ts';
import { personalNoticeToStart } from './personal-notices.ts';
import type { TrashingRow } from '../trashing-row.ts';
import { trashingFrom } from '../trashing-row.ts';
import { identityCheckToStart } from './identity-checks.ts';
import { caseById } from './document-cases.ts';
import { documentNoticeById } from './document-notices.ts';
import { runById } from './publication-runs.ts';
import { backfillById } from './history-backfills.ts';
import { mailItemById } from './mail-item.ts';
import { registrationToStart } from './registration-cases.ts';
import { receptionById } from './receptions.ts';
import { rightsRequestById } from './rights-requests.ts';
import { routerGrantById } from './router-grants.ts';
import { routerOnboardingById } from './router-onboardings.ts';
import { sharingById } from './sharings.ts';
import { signUpById } from './sign-ups.ts';
import { provisioningById } from './user-provisionings.ts';
import { placeAuthorisationById } from './place-authorisations.ts';

interface LifeSource<Row> {
  /** Its rows have an `id`, a `closed_at` when they are over, and a `next_act_at` while something is to come. */
  readonly table: string;
  /** Said of a life that waits for no instant: its rows have no `next_act_at`. */
  readonly isTimeless?: true;
  readonly read: (knex: Knex, id: string) => Promise<Row | null>;
  readonly isClosed: (row: Row) => boolean;
}

const sources: { readonly [Name in LifeName]: LifeSource<LifeRows[Name]> } = {
  'mail-item': {
    table: 'mail_items',
    read: mailItemToStart,
    isClosed: ({ item }) => item.closed !== null,
  },
  'credential-recovery': {
    table: 'credential_recoveries',
    read: recoveryToStart,
    isClosed: ({ closed }) => closed !== null,
  },
  'email-change': {
    table: 'email_changes',
    read: emailChangeToStart,
    isClosed: ({ closed }) => closed !== null,
  },
  'personal-notice': {
    table: 'personal_notices',
    isTimeless: true,
    read: personalNoticeToStart,
    isClosed: ({ isTold }) => isTold,
  },
  trashing: { table: 'trashings', read: trashingToStart, isClosed: ({ closed }) => closed !== null },
  'user-provisioning': {
    table: 'user_provisionings',
    read: provisioningById,
    isClosed: ({ closed }) => closed !== null,
  },
  'access-review': { table: 'access_reviews', read: reviewById, isClosed: ({ closed }) => closed !== null },
  'administrator-recovery': {
    table: 'administrator_recoveries',
    read: recoveryById,
    isClosed: ({ closed }) => closed !== null,
  },
  'place-authorisation': {
    table: 'place_authorisations',
    read: placeAuthorisationById,
    isClosed: ({ closed }) => closed !== null,
  },
  registration: {
    table: 'registrations',
    read: registrationToStart,
    isClosed: ({ closed }) => closed !== null,
  },
  'identity-check': {
    table: 'identity_checks',
    read: identityCheckToStart,
    isClosed: ({ closed }) => closed !== null,
  },
  'rights-request': {
    table: 'rights_requests',
    read: rightsRequestById,
    isClosed: ({ closed }) => closed !== null,
  },
  'router-grant': {
    table: 'router_grants',
    read: routerGrantById,
    isClosed: ({ closed }) => closed !== null,
  },
  'router-onboarding': {
    table: 'router_onboardings',
    read: routerOnboardingById,
    isClosed: ({ closed }) => closed !== null,
  },
  'activation-code': {
    table: 'activation_codes',
    read: activationCodeById,
    isClosed: ({ closed }) => closed !== null,
  },
  'channel-consent': {
    table: 'receptions',
    read: receptionById,
    isClosed: ({ closed }) => closed !== null,
  },
  'sign-up': { table: 'sign_ups', read: signUpById, isClosed: ({ closed }) => closed !== null },
  'code-batch': { table: 'code_batches', read: codeBatchById, isClosed: ({ closed }) => closed !== null },
  'publication-run': { table: 'publication_runs', read: runById, isClosed: ({ closed }) => closed !== null },
  'document-case': { table: 'document_cases', read: caseById, isClosed: ({ closed }) => closed !== null },
  'account-invitation': {
    table: 'account_invitations',
    read: accountInvitationById,
    isClosed: ({ closed }) => closed !== null,
  },
  'document-notice': {
    table: 'document_notices',
    read: documentNoticeById,
    isClosed: ({ closed }) => closed !== null,
  },
  sharing: { table: 'sharings', read: sharingById, isClosed: ({ closed }) => closed !== null },
  'history-backfill': {
    table: 'history_backfills',
    read: backfillById,
    isClosed: ({ closed }) => closed !== null,
  },
  'duplicate-request': {
    table: 'duplicate_requests',
    read: duplicateById,
    isClosed: ({ closed }) => closed !== null,
  },
  'account-merge': { table: 'account_merges', read: mergeById, isClosed: ({ closed }) => closed !== null },
};

export const lifeNames = Object.keys(sources) as readonly LifeName[];

/** The lives that have timers. */
export const timedLives = lifeNames.filter((life) => sources[life].isTimeless !== true);

/** The table of each life's rows. */
export const tableOfLife = (life: LifeName): string => sources[life].table;

export function isLifeName(text: string): text is LifeName {
  return Object.hasOwn(sources, text);
}

/** The row of that life as it stands, and whether it is over; null when there is none. */
export async function lifeToStart<Name extends LifeName>(
  knex: Knex,
  life: Name,
  id: string,
): Promise<{ readonly row: LifeRows[Name]; readonly isClosed: boolean } | null> {
  const source: LifeSource<LifeRows[Name]> = sources[life];
  const row = await source.read(knex, id);
  return row === null ? null : { row, isClosed: source.isClosed(row) };
}

/** The mail item as it stands, or null. */
export function mailItemToStart(knex: Knex, itemId: string): Promise<MailItemToStart | null> {
  return mailItemById(knex, itemId);
}

/** The trashing as it stands, or null. */
export async function trashingToStart(knex: Knex, trashingId: string): Promise<Trashing | null> {
  const row = await knex('trashings').where({ id: trashingId }).first<TrashingRow | undefined>();
  return row === undefined ? null : trashingFrom(knex, row);
}

/** Ids of open rows after the given one, in order: the sweep compares them with open workflows. */
export function openLives(
  knex: Knex,
  life: LifeName,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  return knex(tableOfLife(life))
    .whereNull('closed_at')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .pluck('id');
}

/** Open items of a box whose forwarding is planned, on hold too: a new address concerns them (PP-10). */
export function forwardingItemsOf(knex: Knex, postboxId: string): Promise<readonly string[]> {
  return knex('mail_items')
    .where({ postbox_id: postboxId })
    .whereIn('decision_kind', ['forward-now', 'forward-on-date'])
    .whereNull('closed_at')
    .orderBy('id')
    .pluck('id');
}

/** Open items of a box: what may be decided about them has changed (PP-08). */
export function openItemsOf(knex: Knex, postboxId: string): Promise<readonly string[]> {
  return knex('mail_items').where({ postbox_id: postboxId }).whereNull('closed_at').orderBy('id').pluck('id');
}

/** The open stay in the trash of a mail item's scan, if there is one: a hold on the item concerns it. */
export function openTrashingsOf(knex: Knex, itemId: string): Promise<readonly string[]> {
  return knex('trashings as t')
    .join('documents as d', 'd.id', 't.document_id')
    .where('d.mail_item_id', itemId)
    .whereNotNull('t.open_key')
    .orderBy('t.id')
    .pluck('t.id');
}
