/** A company with an administrator, a user and staff, and what tests of requests for rights do in it. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { askForRights } from '../../db/changes/ask-for-rights.ts';
import type { RequestParticulars } from '../../db/changes/command-rights-request.ts';
import { commandRightsRequest } from '../../db/changes/command-rights-request.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { registerScopeValues } from '../../db/changes/open-account.ts';
import { saveRights } from '../../db/changes/save-rights.ts';
import { setBoundary } from '../../db/changes/set-boundary.ts';
import { rightsRequestCase } from '../../db/queries/rights-requests.ts';
import { holdingOf, rightsOfMembers } from '../../db/queries/rights.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { RightSet } from '../../domain/right-set.ts';
import type { RightsRequestCommandName } from '../../domain/rights-request.ts';
import type { Profile } from '../../domain/rights.ts';
import type { House } from './house.ts';
import { newMember } from './persons.ts';
import { registry } from './registry.ts';
import { requestAt } from './requests.ts';
import { staffMember } from './staff.ts';

/** The house's administrator holds everything on the first box; the company may hold nothing on the second yet. */
export async function askingCompany(knex: Knex, house: House) {
  const { companyId, postboxId: first } = house;
  const second = uuidv7();
  const box = await knex('postboxes').where({ company_id: house.companyId }).first<Record<string, unknown>>();
  await knex('postboxes').insert({ ...box, id: second, number: `box-${second.slice(-12)}` });
  const { id: accountId } = await knex('accounts')
    .where({ company_id: companyId })
    .first<{ id: string }>('id');
  await knex.transaction((trx) =>
    registerScopeValues(trx, accountId, 'postboxes', [{ value: second, label: 'Second', kind: null }]),
  );
  const join = (profile: Profile) => newMember(knex, companyId, profile);
  const user = await join('user');
  const an: Actor = { type: 'user', id: house.userId };
  const staff: Actor = await staffMember(knex);
  const about = (userId: string, actor: Actor, at: Instant) => ({
    ...{ companyId, userId, actor, at, request: null, accountId, application: 'postbox' },
  });
  const effective = async (membershipId: string): Promise<RightSet> => {
    const [held] = await rightsOfMembers(knex, registry, [{ membershipId, companyId }]);
    return held?.rights ?? [];
  };
  return {
    companyId,
    accountId,
    first,
    second,
    user,
    an,
    staff,
    join,
    effective,
    on: (actions: string[], ...postboxes: string[]): RightSet => [{ actions, scope: { postboxes } }],
    ask: async (rights: RightSet, at: Instant, userId = user.id, reason: string | null = 'For the desk.') =>
      askForRights(knex, registry)(
        { companyId, userId, accountId, application: 'postbox', profile: null, rights, reason },
        at,
        requestAt(at),
      ),
    case: async (id: string) => {
      const found = await rightsRequestCase(knex, id);
      if (found === null) throw new Error(`no request ${id}`);
      return found;
    },
    /** Straight through the change, as the life's activity does. */
    command: async (
      name: RightsRequestCommandName,
      id: string,
      actor: Actor,
      words: RequestParticulars,
      at: Instant,
    ) => {
      const request = requestAt(at);
      await keepParticulars(knex)(request, words, at);
      return commandRightsRequest(knex, registry, name)({ requestId: id, actor, request });
    },
    /** The operator lets the company hold everything on these boxes; who administers receives it, or the named. */
    openBoxes: async (at: Instant, boxes: readonly string[], userIds: readonly string[] | null = null) => {
      const actions = ['read', 'decide', 'settings', 'money'];
      const boundary = await holdingOf(knex, {
        ...{ holderKind: 'company', holderId: companyId, accountId, application: 'postbox' },
      });
      const asked = {
        ...{ accountId, application: 'postbox', userIds, profile: null, version: boundary?.version ?? 0 },
        rights: [{ actions, scope: { postboxes: boxes } }],
      };
      return setBoundary(knex, registry)(asked, staff, at, null);
    },
    /** Takes everything there from a member, by staff. */
    take: async (userId: string, membershipId: string, at: Instant) => {
      const holding = await holdingOf(knex, {
        ...{ holderKind: 'user', holderId: membershipId, accountId, application: 'postbox' },
      });
      const wish = { profile: null, rights: [] };
      return saveRights(knex, registry)(about(userId, staff, at), wish, holding?.version ?? 0);
    },
    events: (id: string): Promise<readonly string[]> =>
      knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind'),
  };
}

export type AskingCompany = Awaited<ReturnType<typeof askingCompany>>;
