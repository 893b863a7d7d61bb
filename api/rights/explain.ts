import { accountById } from '../../db/queries/accounts.ts';
import { rightHistory } from '../../db/queries/right-trail.ts';
import type { NamedMember, RightHistory } from '../../db/queries/right-trail.ts';
import type { Application } from '../../domain/application.ts';
import type { TrailLink } from '../../domain/right-chain.ts';
import { explainRight } from '../../domain/right-trail.ts';
import type { Explanation } from '../../domain/right-trail.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import { bringingText, whyText } from '../../texts/why.ts';
import type { Deps } from '../deps.ts';
import { askedRight } from './asked-right.ts';

export interface RightAsked {
  readonly accountId: string;
  readonly application: string;
  readonly action: string;
  readonly values?: string | undefined;
}

export interface Explained {
  readonly explanation: Explanation;
  readonly member: NamedMember;
  readonly application: Application | undefined;
  readonly history: RightHistory;
  /** Whose account it is. */
  readonly companyId: string;
}

/**
 * The answer for one of these memberships of a person: that in the company of the account, else the one through which a
 * router of it works. Refuses `not-found` where the account is none of theirs.
 */
export async function explainFor(
  { knex, registry }: Deps,
  members: readonly NamedMember[],
  asked: RightAsked,
): Promise<Explained> {
  const account = await accountById(knex, asked.accountId);
  if (account === null) throw new Refused(hidden);
  const { companyId } = account;
  const history = await rightHistory(knex, account, asked.application);
  const received = new Set(
    history.holdings.filter(({ holderKind }) => holderKind === 'router').map(({ holderId }) => holderId),
  );
  const member =
    members.find((each) => each.companyId === companyId) ??
    members.find((each) => received.has(each.companyId));
  const application = registry.get(asked.application);
  if (member === undefined) throw new Refused(hidden);
  if (application === undefined && history.holdings.length === 0) throw new Refused(hidden);
  const right = askedRight(application, asked);
  const { holdings } = history;
  const ground = { application, companyId, member, right, holdings, members: history.members };
  return { explanation: explainRight(ground), member, application, history, companyId };
}

export function presentExplained(explained: Explained, language: Language) {
  const { isAllowed, code, isComplete, endedAt, chain } = explained.explanation;
  return {
    isAllowed,
    code,
    text: whyText(code, language, { endedAt }),
    endedAt,
    isComplete,
    chain: chain.map((link) => presentLink(link, explained, language)),
  };
}

function presentLink(link: TrailLink, explained: Explained, language: Language) {
  const { grant, action, bringing, isGrantorHolding } = link;
  const known = explained.application?.actions.find(({ key }) => key === action);
  const name = known === undefined ? action : sayFirst(known.name, language);
  return {
    grantId: grant.id,
    from: giverOf(link, explained),
    to: takerOf(link, explained),
    grantedAt: grant.grantedAt,
    registryVersion: grant.registryVersion,
    action,
    comesWith: bringingText(bringing, name, language),
    isGrantorHolding,
    endedAt: grant.endedAt,
  };
}

/** People are named to their own company only; others are their company. */
function giverOf({ grant: { grantor }, holding }: TrailLink, explained: Explained) {
  if (grantor.kind === 'operator') return { kind: 'operator', id: null, name: null };
  const { history, companyId } = explained;
  const holder = history.members.find(({ membershipId }) => membershipId === holding.holderId);
  return personOf(explained, grantor.id, holding.holderKind === 'user' ? holder?.companyId : companyId);
}

function takerOf({ holding: { holderKind, holderId } }: TrailLink, explained: Explained) {
  const { history } = explained;
  const holder = history.members.find(({ membershipId }) => membershipId === holderId);
  if (holderKind === 'user' && holder !== undefined)
    return personOf(explained, holder.userId, holder.companyId);
  return { kind: 'company', id: holderId, name: history.companies.get(holderId) ?? null };
}

function personOf({ history, member }: Explained, userId: string, companyId = '') {
  const person = history.members.find((each) => each.userId === userId && each.companyId === companyId);
  if (companyId === member.companyId) return { kind: 'user', id: userId, name: person?.name ?? null };
  const name = person?.companyName ?? history.companies.get(companyId) ?? null;
  return { kind: 'company', id: companyId, name };
}
