/** Every action that an operation may name as its right, and who may do it (issue 3; UM-07, UM-08). */
import type { GrantAction } from './rights.ts';

export interface Rule {
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

export function ruleOf(action: Action): Rule {
  return rules[action];
}
