/**
 * By which grants a right came to its holder, up to the operator: a link is found by who held the right when the grant was
 * made, and who has lost it since stays in the chain, marked (decided.md, Rights).
 */
import type { Application } from './application.ts';
import type { Instant } from './calendar.ts';
import { ceilingOf, effectiveRights, withImplied } from './effective-rights.ts';
import type { Grant, Holding } from './holding.ts';
import { grantedRights, limitsOn } from './holding.ts';
import type { Right, RightSet } from './right-set.ts';
import { holds } from './right-set.ts';
import type { Member } from './user.ts';
import { isActive } from './user.ts';

/** A grant, live or ended. */
export interface PastGrant extends Grant {
  readonly registryVersion: number;
  /** The grant of the same grantor of which this is what was left. */
  readonly continues: string | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
}

export interface PastHolding extends Holding {
  readonly grants: readonly PastGrant[];
}

/** A person in a company, as far as the history names him. */
export interface TrailMember extends Member {
  readonly membershipId: string;
  readonly companyId: string;
}

export interface RightQuestion {
  /** Undefined: the registry has none of that key any more. */
  readonly application: Application | undefined;
  /** Whose account it is. */
  readonly companyId: string;
  readonly member: TrailMember;
  readonly right: Right;
  /** All that was ever held on the account in the application. */
  readonly holdings: readonly PastHolding[];
  readonly members: readonly TrailMember[];
}

/** How a grant brings a right: it names it, or what it names brings it along, or lets it be handed on only. */
export type Bringing = 'itself' | 'implied' | 'covered';

export interface TrailLink {
  readonly grant: PastGrant;
  readonly holding: PastHolding;
  /** The action of the grant that brings the right. */
  readonly action: string;
  readonly bringing: Bringing;
  /** Whether the grantor, or the router in whose name he gave it, still holds it; the operator always does. */
  readonly isGrantorHolding: boolean;
}

/** From that grant upwards; ends at the operator, or where the books know nothing further. */
export function chainFrom(
  question: RightQuestion,
  application: Application,
  holding: PastHolding,
  grant: PastGrant,
): readonly TrailLink[] {
  const links: TrailLink[] = [];
  const seen = new Set<string>();
  let right = question.right;
  for (let at: At | undefined = { holding, grant }; at !== undefined && !seen.has(at.grant.id);) {
    seen.add(at.grant.id);
    const { action, bringing } = broughtBy(application, at.grant, right.action);
    const above = giverOf(question, at);
    const isGrantorHolding =
      at.grant.grantor.kind === 'operator' || isHeldBy(question, application, above, { ...right, action });
    links.push({ ...at, action, bringing, isGrantorHolding });
    right = { ...right, action };
    at = at.grant.grantor.kind === 'operator' ? undefined : heldWhen(application, above, right, at, seen);
  }
  return links;
}

interface At {
  readonly holding: PastHolding;
  readonly grant: PastGrant;
}

/** In whose place the grantor gave it: his own, or that of the router he administers (RT-04). */
function giverOf(question: RightQuestion, { holding, grant }: At): PastHolding | undefined {
  const { companyId, members } = question;
  const holder = members.find(({ membershipId }) => membershipId === holding.holderId);
  if (holding.holderKind === 'user' && holder !== undefined && holder.companyId !== companyId)
    return holdingOf(question, 'router', holder.companyId);
  const giver = members.find((each) => each.userId === grant.grantor.id && each.companyId === companyId);
  return giver && holdingOf(question, 'user', giver.membershipId);
}

/** The grant by which the giver held it at that moment; a live one before an ended one. */
function heldWhen(
  application: Application,
  above: PastHolding | undefined,
  right: Right,
  { grant: { grantedAt } }: At,
  seen: ReadonlySet<string>,
): At | undefined {
  const then = (above?.grants ?? [])
    .filter(({ id }) => !seen.has(id))
    .filter((each) => each.grantedAt <= grantedAt && (each.endedAt ?? grantedAt) >= grantedAt)
    .toSorted((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null));
  const grant = grantOf(then, (set) => ceilingOf(application, set), right);
  return above === undefined || grant === undefined ? undefined : { holding: above, grant };
}

function isHeldBy(
  { holdings, companyId, members }: RightQuestion,
  application: Application,
  above: PastHolding | undefined,
  right: Right,
): boolean {
  if (above === undefined) return false;
  const live = holdings.map((holding) => ({ ...holding, grants: liveGrants(holding) }));
  const member = members.find(({ membershipId }) => membershipId === above.holderId);
  if (above.holderKind === 'user' && (member === undefined || !isActive(member))) return false;
  const limits = limitsOn(live, { ...above, companyId }, companyId);
  const rights = effectiveRights(application, grantedRights({ ...above, grants: liveGrants(above) }), limits);
  return holds(ceilingOf(application, rights), right);
}

/** By which of its actions the grant brings this one. */
function broughtBy(
  application: Application,
  { block }: PastGrant,
  asked: string,
): { readonly action: string; readonly bringing: Bringing } {
  if (block.actions.includes(asked)) return { action: asked, bringing: 'itself' };
  const alone = (action: string): RightSet => [{ actions: [action], scope: {} }];
  const brings = (widen: (set: RightSet) => RightSet) =>
    block.actions.find((action) => widen(alone(action))[0]?.actions.includes(asked));
  const implying = brings((set) => withImplied(application, set));
  if (implying !== undefined) return { action: implying, bringing: 'implied' };
  return { action: brings((set) => ceilingOf(application, set)) ?? asked, bringing: 'covered' };
}

/** The first grant that brings the right, one that names it before one that brings it along. */
export function grantOf(
  grants: readonly PastGrant[],
  widen: (set: RightSet) => RightSet,
  right: Right,
): PastGrant | undefined {
  const bringing = grants.filter(({ block }) => holds(widen([block]), right));
  return bringing.find(({ block }) => block.actions.includes(right.action)) ?? bringing[0];
}

export function holdingOf({ holdings }: RightQuestion, kind: Holding['holderKind'], id: string) {
  return holdings.find(({ holderKind, holderId }) => holderKind === kind && holderId === id);
}

export function liveGrants(holding: PastHolding | undefined): readonly PastGrant[] {
  return holding?.grants.filter(({ endedAt }) => endedAt === null) ?? [];
}
