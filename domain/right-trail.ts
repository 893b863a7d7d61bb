/**
 * Why somebody may do something, or which condition fails (UM-15, UM-26; decided.md, Rights): the answer that `effectiveRights`
 * gives, with the chain of grants up to the operator. A link is found by who held the right when the grant was made; who has
 * lost it since stays in the chain, marked.
 */
import type { Application } from './application.ts';
import type { Instant } from './calendar.ts';
import { ceilingOf, effectiveRights, withImplied } from './effective-rights.ts';
import { limitsOn } from './holding.ts';
import type { PastHolding, RightQuestion, TrailLink } from './right-chain.ts';
import { chainFrom, grantOf, holdingOf, liveGrants } from './right-chain.ts';
import type { Right } from './right-set.ts';
import { holds } from './right-set.ts';
import type { Member } from './user.ts';
import { isActive } from './user.ts';

export const whyCodes = [
  'why.allowed',
  'why.by-profile',
  'why.invited',
  'why.deactivated',
  'why.suspended',
  'why.forgotten',
  'why.not-settable',
  'why.not-administrator',
  'why.nothing-granted',
  'why.not-granted',
  'why.taken-back',
  'why.not-applicable',
  'why.not-allowed',
  'why.outside-boundary',
  'why.router-received-nothing',
  'why.router-not-received',
] as const;
export type WhyCode = (typeof whyCodes)[number];

export interface Explanation {
  readonly isAllowed: boolean;
  readonly code: WhyCode;
  /** From his own grant up to the operator's, as far as it goes; of what is granted and limited too. */
  readonly chain: readonly TrailLink[];
  /** Whether the chain ends at the operator. */
  readonly isComplete: boolean;
  /** When it was taken back. */
  readonly endedAt: Instant | null;
}

/** Whether the member may, and why. */
export function explainRight(question: RightQuestion): Explanation {
  const { application, member, right } = question;
  if (!isActive(member)) return refused(stateCodeOf(member));
  const action = application?.actions.find(({ key }) => key === right.action);
  if (application === undefined || action === undefined) return refused('why.forgotten');
  if (!action.settable) return refused('why.not-settable');
  if (application.heldBy === 'profile')
    return member.profile === 'administrator'
      ? { ...refused('why.by-profile'), isAllowed: true, isComplete: true }
      : refused('why.not-administrator');
  const own = holdingOf(question, 'user', member.membershipId);
  const grant = grantOf(liveGrants(own), (set) => effectiveRights(application, set, []), right);
  if (grant === undefined) return notGranted(application, own, right);
  const chain = chainFrom(question, application, own as PastHolding, grant);
  const found = { chain, isComplete: chain.at(-1)?.grant.grantor.kind === 'operator', endedAt: null };
  const code = limitCodeOf(question, application);
  return { isAllowed: code === null, code: code ?? 'why.allowed', ...found };
}

function refused(code: WhyCode, endedAt: Instant | null = null): Explanation {
  return { isAllowed: false, code, chain: [], isComplete: false, endedAt };
}

function stateCodeOf({ deactivatedAt, suspendedAt }: Member): WhyCode {
  if (deactivatedAt !== null) return 'why.deactivated';
  return suspendedAt === null ? 'why.invited' : 'why.suspended';
}

/** Nothing live brings it: the registry, the profile, or somebody took it away, or nobody ever gave it. */
function notGranted(application: Application, own: PastHolding | undefined, right: Right): Explanation {
  const live = liveGrants(own);
  if (grantOf(live, (set) => set, right) !== undefined) return refused('why.forgotten');
  const cell = own === undefined ? null : forbiddenCell(application, own.profile, right);
  if (cell !== null) return refused(cell);
  const past = (own?.grants ?? []).filter(({ endedAt }) => endedAt !== null);
  const lost = past
    .filter((each) => holds(withImplied(application, [each.block]), right))
    .toSorted((one, other) => ((one.endedAt ?? '') < (other.endedAt ?? '') ? 1 : -1));
  if (lost[0] !== undefined) return refused('why.taken-back', lost[0].endedAt);
  return refused(live.length === 0 ? 'why.nothing-granted' : 'why.not-granted');
}

/** The profile of the holding has no place for it (PI-06): NA and NO stay apart. */
function forbiddenCell(
  { profiles, dimensions }: Application,
  key: string | null,
  { action, values }: Right,
): WhyCode | null {
  const profile = profiles.find((each) => each.key === key);
  if (profile === undefined) return null;
  const ofValues = dimensions
    .filter((dimension) => dimension.values === 'listed')
    .map((dimension) => profile.values[dimension.key]?.[values[dimension.key] ?? ''] ?? 'NA');
  const cells = [profile.actions[action] ?? 'NA', ...ofValues];
  if (cells.includes('NO')) return 'why.not-allowed';
  return cells.includes('NA') ? 'why.not-applicable' : null;
}

/** Which limit above him cuts it off; null: none. */
function limitCodeOf({ holdings, companyId, member, right }: RightQuestion, application: Application) {
  const live = holdings.map((holding) => ({ ...holding, grants: liveGrants(holding) }));
  const on = { accountId: holdings[0]?.accountId ?? '', companyId, application: application.key };
  const [boundary = [], received] = limitsOn(live, on, member.companyId);
  if (!holds(ceilingOf(application, boundary), right)) return 'why.outside-boundary';
  if (received === undefined || holds(ceilingOf(application, received), right)) return null;
  return received.length === 0 ? 'why.router-received-nothing' : 'why.router-not-received';
}
