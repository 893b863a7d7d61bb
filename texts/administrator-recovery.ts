/** What operations staff read in the Temporal UI about a recovery by letter: of an administrator, or of lost factors. */
import type {
  AdministratorRecovery,
  RecoveryAct,
  RecoveryOutcome,
  RecoveryPurpose,
} from '../domain/administrator-recovery.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function recoverySummary({ id, purpose }: Pick<AdministratorRecovery, 'id' | 'purpose'>): string {
  return `${isOfFactors({ purpose }) ? 'Lost second factors of a person' : 'New administrator for a company'} (${id.slice(-12)})`;
}

const isOfFactors = ({ purpose }: { readonly purpose?: RecoveryPurpose | undefined }) =>
  purpose === 'factors';

export function recoveryDetails({ terms }: AdministratorRecovery): string {
  const { objectionWorkingDays, codeDays, version } = terms;
  return `${String(objectionWorkingDays)} working days to object, the code lives ${String(codeDays)} days, by policy version ${String(version)}.`;
}

const actNames: Readonly<Record<RecoveryAct['kind'], string>> = {
  open: 'End of the days to object',
  expire: 'End of the recovery',
};

export function recoveryActName(kind: RecoveryAct['kind']): string {
  return actNames[kind];
}

const ofFactors: Readonly<Partial<Record<RecoveryOutcome, string>>> = {
  granted: 'The factors are removed; the password alone lets him in',
  objected: 'He or an administrator has objected; look into it',
};

const outcomes: Readonly<Record<RecoveryOutcome, string>> = {
  granted: 'The company has a new administrator',
  objected: 'The old administrator has objected; look into it',
  withdrawn: 'Withdrawn by staff',
  expired: 'Nobody entered the code in time',
  voided: 'Ended by too many wrong codes',
};

/** `Waiting for a second member of the staff until …; then it ends.` */
export function recoveryStanding(recovery: AdministratorRecovery, next: RecoveryAct | null): string {
  const { closed, proposedBy, approvedAt, openedAt, endsAt, printedAt, terms } = recovery;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  const named = isOfFactors(recovery) ? { ...outcomes, ...ofFactors } : outcomes;
  if (closed) return `${named[closed.outcome]}: ${at(closed.at)}.`;
  if (proposedBy === null)
    return `An applicant found nobody who administers; waiting for a first member of the staff until ${at(endsAt)}; then it ends.`;
  if (approvedAt === null)
    return `Waiting for a second member of the staff until ${at(endsAt)}; then it ends.`;
  const letter = printedAt === null ? ' The letter is not printed yet.' : '';
  if (openedAt === null && next !== null)
    return `Open to objection until ${at(next.at)}; then the code may be entered.${letter}`;
  return `Waiting for the code of the letter until ${at(endsAt)}; then it ends.${letter}`;
}
