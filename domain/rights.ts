/**
 * Who may do what: one pure question, asked by every operation (issue 3; UM-07, UM-08).
 * What a caller may not see is `hidden`, so that a foreign object and a missing one give the same answer.
 */
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

interface Rule {
  /**
   * What a user needs: an action on the postbox, any membership, administration of the company, the money of all of its
   * boxes, a right of the application that shows the object or its price, that he receives the document, or never.
   */
  readonly user:
    | GrantAction
    | 'member'
    | 'administrator'
    | 'all-money'
    | 'shows-object'
    | 'shows-price'
    | 'receives'
    | 'never';
  readonly site: boolean;
  readonly operator: boolean;
  /** Whether an issuer may, with what is its own; not unless said. */
  readonly issuer?: boolean;
}

const forBox = (user: GrantAction): Rule => ({ user, site: false, operator: false });

/** Every action an operation may name as its right. The operator sees lives, never letters: no `document.*`. */
const rules = {
  'postbox.read': { user: 'read', site: true, operator: true },
  'postbox.settings': forBox('settings'),
  /** What was promised to a customer is the operator's to write down. */
  'postbox.promise': { user: 'never', site: false, operator: true },
  'mail-item.read': { user: 'read', site: true, operator: true },
  'mail-item.decide': forBox('decide'),
  'mail-item.receive': { user: 'never', site: true, operator: false },
  /** A hold covers scan and paper alike; what staff withhold from a customer is the operator's to answer for. */
  'mail-item.hold': { user: 'never', site: false, operator: true },
  'mail-item.correct': { user: 'never', site: true, operator: false },
  'mail-item.quote': { user: 'never', site: true, operator: true },
  'document.read': forBox('read'),
  'document.archive': forBox('decide'),
  'document.trash': forBox('decide'),
  'document.restore': forBox('decide'),
  'document.purge': forBox('decide'),
  'site-task.read': { user: 'never', site: true, operator: true },
  'site-task.work': { user: 'never', site: true, operator: false },
  'company.read': { user: 'member', site: false, operator: true },
  /** What was charged for every box of the company: not for who may see but one. */
  'company.ledger': { user: 'all-money', site: false, operator: true },
  'company.administer': { user: 'administrator', site: false, operator: false },
  'user.read': { user: 'administrator', site: false, operator: true },
  /** Staff act for the customer, and it is told so: X on behalf of Y (UM-08). */
  'user.administer': { user: 'administrator', site: false, operator: true },
  /** Staff may stop anybody at once (decided.md, People). */
  'user.suspend': { user: 'never', site: false, operator: true },
  'account.read': { user: 'administrator', site: false, operator: true },
  /** Only staff open accounts and say what a company may hold (decided.md, Rights). */
  'account.administer': { user: 'never', site: false, operator: true },
  'application-object.read': { user: 'shows-object', site: false, operator: true },
  'application-object.price': { user: 'shows-price', site: false, operator: true },
  'registration.review': { user: 'never', site: false, operator: true },
  /** From where the program of a site may call (decided.md, Places). */
  'service-token.administer': { user: 'never', site: false, operator: true },
  /** Rights that no administrator of a company holds are staff's to open (WF-05). */
  'rights.review': { user: 'never', site: false, operator: true },
  /** The directory, and what a company has to do with its routers (RT-01, RT-02). */
  'router.read': { user: 'administrator', site: false, operator: true },
  'router.grant': { user: 'administrator', site: false, operator: true },
  'router.vet': { user: 'never', site: false, operator: true },
  /** Customers of an issuer and what it knows of them: its own to keep, for staff to look at. */
  'client-code.read': { user: 'never', site: false, operator: true, issuer: true },
  /** Staff do it where the issuer cannot; what it answers tells neither who received (UP-15). */
  'client-code.contact': { user: 'never', site: false, operator: true, issuer: true },
  'client-code.administer': { user: 'never', site: false, operator: false, issuer: true },
  /** Codes, and how they stand; never who used one (UP-15). */
  'activation-code.read': { user: 'never', site: false, operator: true, issuer: true },
  'activation-code.administer': { user: 'never', site: false, operator: false, issuer: true },
  /** Where invitations went, and what became of them: staff's to look at, never an issuer's (UP-15). */
  'account-invitation.read': { user: 'never', site: false, operator: true },
  /** A customer back to paper: its issuer's to say, or staff's (UP-17). */
  'client-code.deactivate': { user: 'never', site: false, operator: true, issuer: true },
  /** Staff join two recipient accounts; an issuer may ask for it and learns nothing of them (WF-37, UP-15, UP-16). */
  'account-merge.administer': { user: 'never', site: false, operator: true },
  'account-merge.ask': { user: 'never', site: false, operator: false, issuer: true },
  /** What a partner is told of a main contact is staff's to hand over (IP-11). */
  'partner-contact.read': { user: 'never', site: false, operator: true },
  /** That mails to a customer came back is staff's to report. */
  'reception.report': { user: 'never', site: false, operator: true },
  /** How the past of a reception comes is staff's to stop and to let go on (WF-36). */
  'reception.backfill': { user: 'never', site: false, operator: true },
  /** Invoices and credit notes: their issuer's to publish, and to be seen by who receives them; staff see what is on file, never the paper. */
  'issued-document.read': { user: 'receives', site: false, operator: true, issuer: true },
  'issued-document.open': { user: 'receives', site: false, operator: false, issuer: true },
  'issued-document.mark': { user: 'receives', site: false, operator: false },
  /** Duplicates that customers ask for: their issuer finds what is not stored, staff see what is overdue (WF-38). */
  'duplicate.read': { user: 'never', site: false, operator: true, issuer: true },
  'duplicate.answer': { user: 'never', site: false, operator: false, issuer: true },
  'issued-document.publish': { user: 'never', site: false, operator: false, issuer: true },
  /** Whose a document is that names nobody we know, and what must not be destroyed, staff say (WF-33, X-02). */
  'issued-document.assign': { user: 'never', site: false, operator: true },
  'issued-document.hold': { user: 'never', site: false, operator: true },
  'operations.read': { user: 'never', site: false, operator: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;
export const actions = Object.keys(rules) as readonly Action[];

/** Whether rights on objects of the applications have to be read for it. */
export function needsObjectRights(action: Action): boolean {
  const { user } = ruleOf(action);
  return user === 'shows-object' || user === 'shows-price';
}

function ruleOf(action: Action): Rule {
  return rules[action];
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

/**
 * The part of the world in which `can(actor, action, …)` allows, for lists. A row is reached when `everything`
 * is true, when its site, its issuer or its company is listed whole, or when its box is listed and its company is joined.
 */
export interface Reach {
  readonly everything: boolean;
  readonly siteIds: readonly string[];
  readonly issuerIds: readonly string[];
  readonly companyIds: readonly string[];
  readonly joinedCompanyIds: readonly string[];
  readonly postboxIds: readonly string[];
  /** What the caller receives: his sights say it (db/queries/sights.ts). */
  readonly received?: true;
  /** What shows objects of the applications, and to whom. */
  readonly objects?: { readonly rights: ObjectRights; readonly userId: string };
}

const nothing: Reach = {
  everything: false,
  siteIds: [],
  issuerIds: [],
  companyIds: [],
  joinedCompanyIds: [],
  postboxIds: [],
};

/** The same answer as `can`, as sets for a list query. */
export function reachOf(actor: Actor, action: Action): Reach {
  const rule = ruleOf(action);
  if (actor.kind === 'site') return rule.site ? { ...nothing, siteIds: actor.siteIds } : nothing;
  if (actor.kind === 'operator') return { ...nothing, everything: rule.operator };
  if (actor.kind === 'issuer')
    return rule.issuer === true ? { ...nothing, issuerIds: actor.issuerIds } : nothing;
  if (actor.kind === 'anonymous' || rule.user === 'never') return nothing;
  return reachOfUser(actor, rule.user);
}

function reachOfUser(actor: UserActor, needed: Exclude<Rule['user'], 'never'>): Reach {
  const companyIds = (profile?: Profile): readonly string[] =>
    actor.memberships
      .filter((each) => profile === undefined || each.profile === profile)
      .map((each) => each.companyId);
  if (needed === 'shows-object' || needed === 'shows-price')
    return { ...nothing, objects: { rights: actor.objectRights ?? noObjectRights, userId: actor.id } };
  if (needed === 'receives') return { ...nothing, received: true };
  if (needed === 'member') return { ...nothing, companyIds: companyIds() };
  if (needed === 'administrator') return { ...nothing, companyIds: companyIds('administrator') };
  const action = needed === 'all-money' ? 'money' : needed;
  const boxes = actor.grants.filter(({ actions }) => actions.includes(action));
  return { ...nothing, joinedCompanyIds: companyIds(), postboxIds: boxes.map((each) => each.postboxId) };
}

/** Whether a row lies in the reach: what a list query says in SQL. */
export function isReached(reach: Reach, subject: Subject): boolean {
  const { companyId = '', postboxId = '', siteId = '', issuerId = '' } = subject;
  if (reach.everything || reach.siteIds.includes(siteId) || reach.companyIds.includes(companyId)) return true;
  if (reach.issuerIds.includes(issuerId)) return true;
  if (reach.received === true && subject.isReceived === true) return true;
  if (reach.objects !== undefined && seesObject(reach.objects.rights, reach.objects.userId, subject))
    return true;
  return reach.joinedCompanyIds.includes(companyId) && reach.postboxIds.includes(postboxId);
}

/** Whether there is nothing that the action could be done to. */
export function isReachEmpty({ everything, objects, received, ...ids }: Reach): boolean {
  const { siteIds, issuerIds, companyIds, postboxIds } = ids;
  const isNowhere = [siteIds, issuerIds, companyIds, postboxIds].every(({ length }) => length === 0);
  const hasNoObjects = (objects?.rights ?? noObjectRights).list.length === 0;
  return !everything && received !== true && isNowhere && hasNoObjects;
}
