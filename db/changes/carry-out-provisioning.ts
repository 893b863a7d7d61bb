import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { ProvisioningAct, UserProvisioning } from '../../domain/user-provisioning.ts';
import * as rules from '../../domain/user-provisioning.ts';
import { fromDbOrNull } from '../instants.ts';
import { administratorsToTell } from '../queries/administrators.ts';
import { hasRights } from '../queries/member-rights.ts';
import type { UserProvisioningRow } from '../user-provisioning-row.ts';
import { change } from './change.ts';
import { lockProvisioning, provisioningLife, writeProvisioning } from './write-provisioning.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<UserProvisioning>;

/**
 * A reminder, the end of an invitation, or a word to the administrator: asked again under lock whether it is still
 * planned and due. One that is not comes back as it stands.
 */
export const carryOutProvisioningAct =
  (knex: Knex) =>
  (id: string, kind: ProvisioningAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { row, provisioning: written } = await lockProvisioning(trx, id);
      const facts = await factsAround(trx, row);
      const provisioning = rules.followMembership(written, facts, at);
      if (provisioning !== written) return writeFollowed(trx, written, provisioning, at);
      if (!isActDue(rules.planForProvisioning(provisioning), kind, at)) return withOwed(trx, provisioning);
      const done = rules.carryOutProvisioning(provisioning, kind, at);
      const told = { event: events[kind], mail: await mailOf(trx, kind, row) };
      return writeProvisioning(trx, done, told, { actor: provisioningLife, at });
    });

/** The life looks again: a first log-in, a right, a deactivation. Returns the row as it stands. */
export const followMembership =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { row, provisioning } = await lockProvisioning(trx, id);
      const followed = rules.followMembership(provisioning, await factsAround(trx, row), at);
      if (followed === provisioning) return withOwed(trx, provisioning);
      return writeFollowed(trx, provisioning, followed, at);
    });

const events = { remind: 'reminded', expire: 'expired', 'tell-no-rights': 'no-rights-told' } as const;

/**
 * A person who may not exist is not reminded; the administrator hears of every end. Where nobody administers, as before the first
 * one has accepted, the invited person hears of it himself: nobody else would ask for another (UM-06).
 */
async function mailOf(
  trx: Knex.Transaction,
  kind: ProvisioningAct['kind'],
  row: UserProvisioningRow,
): Promise<string | null> {
  if (kind === 'expire') {
    const isForHimself =
      row.user_id !== null && (await administratorsToTell(trx, row.company_id, row.owner_id)).length === 0;
    return isForHimself ? 'invitation-lapsed' : 'invitation-expired';
  }
  if (kind === 'tell-no-rights') return 'no-rights';
  if (row.user_id === null) return null;
  return row.kind === 'user' ? 'invitation-reminder' : 'membership-reminder';
}

function writeFollowed(
  trx: Knex.Transaction,
  before: UserProvisioning,
  after: UserProvisioning,
  at: Instant,
): Promise<State> {
  const isLogIn = before.firstLogInAt === null && after.firstLogInAt !== null;
  const event = isLogIn ? 'first-log-in' : (after.closed?.outcome ?? 'followed');
  return writeProvisioning(trx, after, { event }, { actor: provisioningLife, at });
}

/**
 * A membership that was taken away with its person counts as over; so does an invitation of somebody who has become a member
 * in another way.
 */
async function factsAround(trx: Knex.Transaction, row: UserProvisioningRow): Promise<rules.MembershipFacts> {
  if (row.membership_id === null)
    return { isOver: await isMember(trx, row), firstLogInAt: null, hasRights: false };
  const membership = await trx('memberships')
    .where({ id: row.membership_id })
    .first<{ deactivated_at: Date | null; first_login_at: Date | null } | undefined>(
      'deactivated_at',
      'first_login_at',
    );
  return {
    isOver: membership === undefined || membership.deactivated_at !== null,
    firstLogInAt: fromDbOrNull(membership?.first_login_at ?? null),
    hasRights: await hasRights(trx, row.membership_id),
  };
}

async function isMember(
  trx: Knex.Transaction,
  { company_id, user_id }: UserProvisioningRow,
): Promise<boolean> {
  if (user_id === null) return false;
  const membership: unknown = await trx('memberships').where({ company_id, user_id }).first('id');
  return membership !== undefined;
}
