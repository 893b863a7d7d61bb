import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { minutes, plusMilliseconds } from '../../domain/calendar.ts';
import type { RecoveryAct } from '../../domain/credential-recovery.ts';
import {
  closeRecovery,
  handedOver,
  isMailedEnough,
  planForRecovery,
  recoveryMails,
  wayOf,
} from '../../domain/credential-recovery.ts';
import { isActDue } from '../../domain/next-act.ts';
import { fromDb, toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { homeOf } from '../queries/home-of.ts';
import { loginsCalled } from '../queries/recovery-logins.ts';
import { change } from './change.ts';
import type { Helped } from './hand-over-recovery.ts';
import {
  beginHandedOver,
  handOverOf,
  handToStaff,
  helpedByAdministrator,
  tellAdministrators,
  waitingLogins,
} from './hand-over-recovery.ts';
import { killLinks, makeLink } from './one-time-links.ts';
import type { LockedRecovery } from './write-recovery.ts';
import type { RecoveryState } from '../credential-recovery-row.ts';
import {
  addLogin,
  killEarlierResets,
  lockRecovery,
  oweRecoveryMail,
  recoveryLife,
  writeRecovery,
} from './write-recovery.ts';

/** The life's own acts: it finds out who is meant, and lets the link end. Returns the row as it stands. */
export const carryOutRecovery =
  (knex: Knex) =>
  (id: string, kind: RecoveryAct['kind'], at: Instant): Promise<RecoveryState> =>
    change(knex, null, async (trx) => {
      if (kind === 'find') await lockMailbox(trx, id);
      const locked = await lockRecovery(trx, id);
      const { recovery } = locked;
      if (!isActDue(planForRecovery(recovery), kind, at)) return recovery;
      if (kind === 'find') return find(trx, locked, at);
      if (kind === 'hand-over') return handToStaff(trx, recovery, at);
      await killLinks(trx, { purpose: 'reset', life_id: id }, at);
      return writeRecovery(
        trx,
        closeRecovery(recovery, 'expired', at),
        { kind: 'expired' },
        { actor: recoveryLife, at },
      );
    });

/** The life looks again: once somebody has begun a reset for everyone an administrator was asked about, it is over. */
export const followRecovery =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<RecoveryState> =>
    change(knex, null, async (trx) => {
      const { recovery } = await lockRecovery(trx, id);
      const isWaiting = planForRecovery(recovery)?.kind === 'hand-over';
      if (!isWaiting || (await waitingLogins(trx, id)).length > 0) return recovery;
      return helpedByAdministrator(trx, recovery, at);
    });

/**
 * Everybody of the mailbox first, by their ids: of two askings at once the second counts the mail of the first, whatever
 * was typed (checks 30, 39).
 */
async function lockMailbox(trx: Knex.Transaction, recoveryId: string): Promise<void> {
  const asked = await trx('credential_recoveries')
    .where({ id: recoveryId })
    .first<{ identifier: string | null } | undefined>('identifier');
  const [first] = await loginsCalled(trx, asked?.identifier ?? '');
  if (first !== undefined)
    await trx('users').where({ email: first.email }).orderBy('id').forUpdate().select('id');
}

/** Who is meant, and what each of them gets: a link, his administrator, or staff (UM-23, UM-24). */
async function find(
  trx: Knex.Transaction,
  { row, recovery }: LockedRecovery,
  at: Instant,
): Promise<RecoveryState> {
  const found = await loginsCalled(trx, row.identifier ?? '');
  const [first] = found.filter(({ isActive }) => isActive);
  const over = (outcome: 'unknown' | 'limited') =>
    writeRecovery(
      trx,
      closeRecovery(recovery, outcome, at),
      { kind: outcome, columns: { identifier: null } },
      { actor: recoveryLife, at },
    );
  if (first === undefined) return over('unknown');
  if (isMailedEnough(await askedBefore(trx, recovery.id, first.email, at), at)) return over('limited');
  const { brandId } = await homeOf(trx, first.userId);
  const policySetId = await policySetInForce(trx, brandId, at);
  const { recovery: ways, links, version } = await peoplePolicyOf(trx, policySetId);
  const helped = found.flatMap((login): Helped[] => {
    const way = wayOf(login, ways);
    return way === null ? [] : [{ login, way }];
  });
  for (const { login, way } of helped) await addLogin(trx, recovery.id, { ...login, way });
  const columns = { identifier: null, brand_id: brandId, policy_set_id: policySetId };
  const facts = { ways: helped.map(({ way }) => way) };
  const doing = { actor: recoveryLife, at };
  const own = helped.filter(({ way }) => way === 'self');
  const theirs = helped.filter(({ way }) => way === 'administrator');
  const asked = { brandId, policySetId, at };
  if (own.length === 0) {
    if (helped.length > 0) await oweRecoveryMail(trx, recovery.id, 'recovery-handed-over', first.userId, at);
    const outcome = handedOver(facts.ways);
    if (outcome === null) {
      const { handOverAt, rule } = await handOverOf(trx, asked);
      await tellAdministrators(trx, recovery.id, theirs, at);
      const waiting = { ...recovery, version: recovery.version + 1, handOverAt };
      const told = { kind: 'handed-over', facts, columns: { ...columns, ends_rule: rule } };
      return writeRecovery(trx, waiting, told, doing);
    }
    return writeRecovery(
      trx,
      closeRecovery(recovery, outcome, at),
      { kind: 'handed-over', facts, columns },
      doing,
    );
  }
  if (theirs.length > 0) await beginHandedOver(trx, recovery, theirs, asked);
  const endsAt = plusMilliseconds(at, minutes(links.resetMinutes));
  const linkId = await newLink(trx, recovery.id, own, endsAt, at);
  await oweRecoveryMail(trx, recovery.id, 'reset-link', first.userId, at);
  const rule = `check 35: ${String(links.resetMinutes)} minutes, policy ${String(version)}`;
  return writeRecovery(
    trx,
    { ...recovery, version: recovery.version + 1, endsAt },
    { kind: 'link-made', facts, columns: { ...columns, link_id: linkId, ends_rule: rule } },
    doing,
  );
}

/** One link for all usernames of the mailbox; those of earlier askings are dead from now on. */
async function newLink(
  trx: Knex.Transaction,
  recoveryId: string,
  own: readonly Helped[],
  endsAt: Instant,
  at: Instant,
): Promise<string> {
  const userIds = own.map(({ login }) => login.userId);
  await killEarlierResets(trx, userIds, at);
  const [only, ...more] = userIds;
  const userId = more.length === 0 ? (only ?? null) : null;
  return makeLink(trx, { purpose: 'reset', lifeId: recoveryId, userId, endsAt, at });
}

/** When this mailbox was written to within the hour because somebody asked. */
async function askedBefore(
  trx: Knex.Transaction,
  recoveryId: string,
  email: string,
  at: Instant,
): Promise<readonly Instant[]> {
  const since = plusMilliseconds(at, -minutes(recoveryMails.withinMinutes));
  const rows: { asked_at: Date }[] = await trx('credential_recoveries as r')
    .join('recovery_logins as l', 'l.recovery_id', 'r.id')
    .join('users as u', 'u.id', 'l.user_id')
    .where({ 'u.email': email, 'r.source': 'person' })
    .whereNot('r.id', recoveryId)
    .where('r.asked_at', '>', toDb(since))
    // What an asking hands to an administrator is a row of its own, of the same instant.
    .distinct('r.asked_at');
  return rows.map(({ asked_at: asked }) => fromDb(asked));
}
