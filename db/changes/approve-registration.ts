import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { checkFirstBoundary, firstRights } from '../../domain/first-boundary.ts';
import { postboxDimension } from '../../domain/postbox-rights.ts';
import { approve, touch } from '../../domain/registration-commands.ts';
import { checkInvitable } from '../../domain/user.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import type { KnownCompany } from '../queries/company-administration.ts';
import { isIdentified } from '../queries/identity-checks.ts';
import { answered, answersIn } from '../registration-row.ts';
import type { RegistrationRow } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { beginProvisioning } from './begin-provisioning.ts';
import { checkBoxes } from './check-boxes.ts';
import type { ApprovalParticulars, DecidedRegistration, RegistrationWork } from './command-registration.ts';
import { lockCompanyOf } from './find-applicants.ts';
import { takeParticulars } from './keep-particulars.ts';
import { linkRouter } from './link-router.ts';
import { openAccount, registerScopeValues } from './open-account.ts';
import { grantByOperator, writeBoundary } from './write-boundary.ts';
import type { LockedCompany } from './lock-member.ts';
import { lockMember } from './lock-member.ts';
import { writeFirstAdministrator } from './write-first-administrator.ts';

/** Makes the key of a company, wrapped by a master key (SE-02). */
export type CompanyKeys = (companyId: string) => string;

/** What a new company needs from outside. */
export interface CompanyMeans {
  readonly newKey: CompanyKeys;
  readonly registry: Registry;
}

/**
 * Company, its key, its boundary, its first user as administrator and his invitation, in the transaction of the approval:
 * all of it or nothing (UM-04; decided.md, Registration). The unique enterprise number makes one company of two approvals
 * at once. Refuses `registration.identity-missing`, `registration.has-administrator`, `registration.recovery-needed`,
 * `account.box-of-other-company`, and what `checkFirstBoundary` refuses.
 */
export async function approveRegistration(work: RegistrationWork): Promise<DecidedRegistration> {
  const { trx, locked, command, means, at } = work;
  const { row, registration } = locked;
  const { actor } = command;
  if (registration.terms.identityDocument && !(await isIdentified(trx, row)))
    throw new Refused(refuseState('registration.identity-missing'));
  // Read once more: another approval may have made it while this one waited for the case.
  refuseKnown(await lockCompanyOf(trx, row));
  const told = await takeParticulars<ApprovalParticulars>(trx, command.request);
  const company = await writeCompany(trx, row, means.newKey, at);
  await tellOthers(trx, row, company, actor, at);
  await linkRouter(trx, company, row.enterprise_number, actor, at);
  const userId = await writeFirstAdministrator(trx, row, company, actor, at);
  if (told !== null) await writeRights(work, told, company, userId);
  return {
    registration: approve(registration, company.id, at),
    facts: { companyId: company.id, userId },
    columns: { user_id: userId, decided_by: actor.id, decision_note: told?.note ?? null },
  };
}

/**
 * The link is out of time or lost: another invitation, as long as nobody has used one. Refuses `registration.invitation-out`,
 * and what `checkInvitable` refuses.
 */
export async function inviteAgain({
  trx,
  locked: { row, registration },
  command,
  at,
}: RegistrationWork): Promise<DecidedRegistration> {
  const open: unknown = await trx('user_provisionings')
    .where({ user_id: row.user_id, closed_at: null })
    .first('id');
  if (open !== undefined) throw new Refused(refuseState('registration.invitation-out'));
  const member = await lockMember(trx, row.company_id ?? '', row.user_id ?? '');
  if (member === null) throw new Refused(hidden);
  orThrow(checkInvitable(member));
  const asked = {
    kind: 'user',
    userId: row.user_id,
    membershipId: member.membershipId,
    profile: 'administrator',
    typed: null,
  } as const;
  const company = { id: row.company_id ?? '', brand_id: row.brand_id };
  const provisioning = await beginProvisioning(trx, company, asked, command.actor, at);
  await appendEvent(trx, {
    kind: 'user.invited',
    subjectType: 'user',
    subjectId: row.user_id ?? '',
    companyId: company.id,
    actor: command.actor,
    at,
    body: { provisioningId: provisioning.id, endsAt: provisioning.endsAt },
    wakes: { life: 'user-provisioning', id: provisioning.id },
  });
  return { registration: touch(registration) };
}

/**
 * The account, its boundary as staff confirmed it, and the whole of it for the first administrator, granted by the operator
 * (decided.md, Registration).
 */
async function writeRights(
  { trx, locked, command, means, at }: RegistrationWork,
  told: ApprovalParticulars,
  company: LockedCompany,
  userId: string,
): Promise<void> {
  orThrow(checkFirstBoundary(means.registry, told));
  const boxIds = (told.scopeValues[postboxDimension] ?? []).map(({ value }) => value);
  await checkBoxes(trx, company.id, boxIds, `scopeValues/${postboxDimension}`);
  const name = answered(answersIn(locked.row), 'companyName') ?? '';
  const accountId = await openAccount(trx, company, { number: null, name }, at);
  for (const [dimension, values] of Object.entries(told.scopeValues))
    await registerScopeValues(trx, accountId, dimension, values);
  const { id: membershipId } = await trx('memberships')
    .where({ user_id: userId, company_id: company.id })
    .first<{ id: string }>('id');
  const applications = [...means.registry.values()].filter(({ key }) => told.applications.includes(key));
  for (const application of applications) {
    const rights = firstRights(application, told);
    const boundary = { application, accountId, companyId: company.id, staffId: command.actor.id, at };
    await writeBoundary(trx, boundary, rights);
    await grantByOperator(trx, boundary, membershipId, rights, told.profiles?.[application.key] ?? null);
  }
}

/** Who comes second is referred, or, where nobody administers any more, shown the way back (processes.md, WF-01). */
function refuseKnown(company: KnownCompany | null): void {
  if (company === null) return;
  const isAdministered = company.activeAdministrators.length > 0 || company.hasInvited;
  throw new Refused(
    refuseState(isAdministered ? 'registration.has-administrator' : 'registration.recovery-needed'),
  );
}

async function writeCompany(
  trx: Knex.Transaction,
  row: RegistrationRow,
  keys: CompanyKeys,
  at: Instant,
): Promise<LockedCompany> {
  const answers = answersIn(row);
  const id = uuidv7();
  try {
    await trx('companies').insert({
      id,
      brand_id: row.brand_id,
      name: answered(answers, 'companyName'),
      language: row.language,
      enterprise_number: row.enterprise_number,
      street: answered(answers, 'street'),
      postal_code: answered(answers, 'postalCode'),
      city: answered(answers, 'city'),
      country: answered(answers, 'country'),
      created_at: toDb(at),
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('registration.has-administrator'));
    throw error;
  }
  await trx('company_keys').insert({ company_id: id, wrapped_key: keys(id) });
  return { id, brand_id: row.brand_id };
}

/** The other cases of the number hear of it: they are referred, each by its own life. */
async function tellOthers(
  trx: Knex.Transaction,
  row: RegistrationRow,
  company: LockedCompany,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    kind: 'company.registered',
    subjectType: 'company',
    subjectId: company.id,
    companyId: company.id,
    actor,
    at,
    body: { registrationId: row.id, boundaryVersion: 1 },
    wakes: { life: 'registrations-of', id: company.id },
  });
}
