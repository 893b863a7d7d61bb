/**
 * Who may do what: one pure question, asked by every operation (issue 3; UM-07, UM-08).
 * What a caller may not see is `hidden`, so that a foreign object and a missing one give the same answer.
 */
import type { Action, Rule } from './action-rules.ts';
import { ruleOf } from './action-rules.ts';
import type { ObjectRights, ObjectSubject } from './object-rights.ts';
import { noObjectRights, seesObject, seesPrice } from './object-rights.ts';
import { allow, hidden, refuseRight } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export type Profile = 'administrator' | 'user';
/** The actions of the application of postboxes (`applications/postbox.json`). */
export type GrantAction = 'read' | 'decide' | 'settings' | 'money';
export const grantActions: readonly GrantAction[] = ['read', 'decide', 'settings', 'money'];

/** An active membership of a person in a company. */
export interface Membership {
  readonly companyId: string;
  readonly profile: Profile;
}

/** What a user may really do with one postbox: granted, and within the boundary of its company. */
export interface PostboxGrant {
  readonly postboxId: string;
  readonly actions: readonly GrantAction[];
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}
export interface UserActor {
  readonly kind: 'user';
  readonly id: string;
  readonly memberships: readonly Membership[];
  readonly grants: readonly PostboxGrant[];
  /** On objects of the applications; only where the operation asks for them (`needsObjectRights`). */
  readonly objectRights?: ObjectRights;
}
/** A site's service token or one of its staff. */
export interface SiteActor {
  readonly kind: 'site';
  readonly id: string;
  /** One for a token; staff may work at several. */
  readonly siteIds: readonly string[];
}
/** Operator staff acting in their own name. */
export interface OperatorActor {
  readonly kind: 'operator';
  readonly id: string;
}
/** An issuer's service token: what it does is the issuer's (UP-15: it learns nothing of who receives). */
export interface IssuerActor {
  readonly kind: 'issuer';
  readonly id: string;
  readonly issuerIds: readonly string[];
}
export type Actor = AnonymousActor | UserActor | SiteActor | OperatorActor | IssuerActor;

export interface Subject extends ObjectSubject {
  readonly kind:
    | 'mail-item'
    | 'document'
    | 'postbox'
    | 'site-task'
    | 'site'
    | 'company'
    | 'registration'
    | 'application-object'
    | 'issuer'
    | 'client-code'
    | 'code-batch'
    | 'activation-code'
    | 'reception'
    | 'account-invitation'
    | 'recipient-account'
    | 'issued-document'
    | 'operations';
  readonly companyId?: string;
  readonly postboxId?: string;
  readonly siteId?: string;
  readonly issuerId?: string;
  /** Of an issued document: whether the caller receives it (domain/issued-document.ts, `isSeen`). */
  readonly isReceived?: boolean;
  /** Of a company: its open boxes. */
  readonly postboxIds?: readonly string[];
}

/** Whether a user needs a grant of the application of postboxes for it: who is let through has used it (WF-43). */
export function needsPostboxGrant(action: Action): boolean {
  const { user } = ruleOf(action);
  return user === 'all-money' || grantActions.some((each) => each === user);
}

/** Whether the actor may do this to the subject: allow, `hidden` (404) or `right.missing` (403). */
export function can(actor: Actor, action: Action, subject: Subject): Verdict {
  if (!isVisible(actor, subject)) return hidden;
  return isAllowed(actor, ruleOf(action), subject) ? allow : refuseRight('right.missing', { action });
}

function isVisible(actor: Actor, subject: Subject): boolean {
  switch (actor.kind) {
    case 'anonymous':
      return false;
    case 'operator':
      return true;
    case 'site':
      return actor.siteIds.includes(subject.siteId ?? '');
    case 'issuer':
      return actor.issuerIds.includes(subject.issuerId ?? '');
    case 'user':
      return isVisibleToUser(actor, subject);
  }
}

/** An object of an application may lie on the account of a client: his rights there are all that counts (RT-05). */
function isVisibleToUser(actor: UserActor, subject: Subject): boolean {
  if (subject.kind === 'application-object')
    return seesObject(actor.objectRights ?? noObjectRights, actor.id, subject);
  if (subject.kind === 'issued-document') return subject.isReceived === true;
  if (membershipIn(actor, subject.companyId) === undefined) return false;
  return subject.kind === 'company' || actionsOn(actor, subject.postboxId).length > 0;
}

function isAllowed(actor: Actor, rule: Rule, subject: Subject): boolean {
  if (actor.kind === 'site') return rule.site;
  if (actor.kind === 'operator') return rule.operator;
  if (actor.kind === 'issuer') return rule.issuer === true;
  if (actor.kind === 'anonymous' || rule.user === 'never') return false;
  // What shows it is what made it visible.
  if (rule.user === 'shows-object') return subject.kind === 'application-object';
  if (rule.user === 'shows-price') return seesPrice(actor.objectRights ?? noObjectRights, subject);
  if (rule.user === 'receives') return subject.isReceived === true;
  if (rule.user === 'member') return true;
  const isAdministrator = membershipIn(actor, subject.companyId)?.profile === 'administrator';
  if (rule.user === 'administrator') return isAdministrator;
  if (rule.user === 'all-money') return holdsAllMoney(actor, subject, isAdministrator);
  return actionsOn(actor, subject.postboxId).includes(rule.user);
}

/** Nobody learns from the books what a box costs that is not his; without any box they are the administrator's. */
function holdsAllMoney(actor: UserActor, { postboxIds = [] }: Subject, isAdministrator: boolean): boolean {
  if (postboxIds.length === 0) return isAdministrator;
  return postboxIds.every((each) => actionsOn(actor, each).includes('money'));
}

function membershipIn(actor: UserActor, companyId: string | undefined): Membership | undefined {
  return companyId === undefined ? undefined : actor.memberships.find((each) => each.companyId === companyId);
}

function actionsOn(actor: UserActor, postboxId: string | undefined): readonly GrantAction[] {
  return actor.grants.filter((grant) => grant.postboxId === postboxId).flatMap(({ actions }) => actions);
}
