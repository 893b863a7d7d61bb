/** Registrations for stories with dates: a brand with a form, applicants who hold its key, staff who decide. */
import { randomUUID } from 'node:crypto';
import { beginRegistration } from '../../db/changes/begin-registration.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { registrationToStart } from '../../db/queries/registration-cases.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import { keptAnswers } from '../../domain/registration-form.ts';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import { factsChanged } from '../../workflows/registration/messages.ts';
import { portalForm, wholeAnswers, writeForm } from './forms.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { hashOf, requestAt } from './requests.ts';
import { staffMember } from './staff.ts';
import type { Setting } from './stories.ts';
import { until } from './wait.ts';
import { insisting } from './wait.ts';

export interface Office {
  readonly brandId: string;
  readonly brandKey: string;
  readonly formId: string;
  readonly staffId: string;
}

/** A brand whose staff are there in the hours of decided.md, closed on these days. */
export async function openOffice(
  teller: Setting,
  people: object = {},
  closedDays: readonly string[] = [],
): Promise<Office> {
  const { knex } = teller;
  const { brandId } = await teller.house({ policy: fourteenDays, site: belgianSite });
  const said = { messageSeconds: 0, ...people };
  await knex('policy_sets')
    .where({ brand_id: brandId })
    .update({ people: JSON.stringify(said) });
  if (closedDays.length > 0)
    await knex('brand_closed_days').insert(closedDays.map((day) => ({ brand_id: brandId, closed_on: day })));
  const { brand_key: brandKey } = await knex('brands').where({ id: brandId }).first<{ brand_key: string }>();
  const { id: staffId } = await staffMember(knex);
  return { brandId, brandKey, formId: await writeForm(knex, brandId, portalForm), staffId };
}

export interface Applicant {
  readonly id: string;
  readonly email: string;
  state(): Promise<Registration>;
  row(): Promise<Record<string, never>>;
  /** What the applicant or staff ask; `words` are kept beside the command. */
  command(name: RegistrationCommandName, words?: object): Promise<Registration>;
  /** With the token of the mail that is out. */
  confirm(): Promise<Registration>;
  /** Handed in whole and confirmed: with staff. */
  reachStaff(): Promise<Registration>;
  approve(): Promise<Registration>;
  /** As the relay does when something around the case has changed. */
  poke(): Promise<void>;
  events(): Promise<readonly string[]>;
  told(): Promise<readonly string[]>;
  result(): Promise<string>;
}

const byStaff: readonly RegistrationCommandName[] = ['returnForCorrection', 'approve', 'reject', 'refer'];

/** Somebody begins a form at that instant; nothing has woken its life yet. */
export async function bornCase(
  teller: Setting,
  { formId, brandId, brandKey }: Office,
  at: Instant,
  more: FormAnswers = {},
): Promise<{ readonly id: string; readonly email: string }> {
  await teller.until(at);
  const email = `${randomUUID()}@example.com`;
  const answers = keptAnswers(portalForm, { ...wholeAnswers, email, ...more });
  const begun = { formId, brandId, brandKey, language: 'nl', answers, isMailed: true };
  const id = await beginRegistration(teller.knex)({ ...begun, holderHash: hashOf(randomUUID()) }, at);
  return { id, email: String(answers['email']) };
}

/** Somebody begins a form at that instant; its life is started as the relay would. */
export async function apply(
  teller: Setting,
  office: Office,
  at: Instant,
  more: FormAnswers = {},
): Promise<Applicant> {
  const { knex, env, taskQueue } = teller;
  const { id, email } = await bornCase(teller, office, at, more);
  const state = async () => {
    const found = await registrationToStart(knex, id);
    if (!found) throw new Error(`no registration ${id}`);
    return found;
  };
  const start = startOfLife('registration', await state());
  await env.client.workflow.start(start.workflow, {
    ...startOptions(start, taskQueue),
    workflowRunTimeout: '500 days',
  });
  teller.remember(start.workflowId);
  const handle = env.client.workflow.getHandle(start.workflowId);
  const command: Applicant['command'] = async (name, words = {}) => {
    const receivedAt = await teller.now();
    const request = requestAt(receivedAt);
    await keepParticulars(knex)(request, words, receivedAt);
    const actor = byStaff.includes(name)
      ? { type: 'staff', id: office.staffId }
      : { type: 'system', id: 'applicant' };
    const args: [unknown] = [{ registrationId: id, actor, request }];
    return insisting(() =>
      handle.executeUpdate<Registration, [unknown]>(name, { args, updateId: request.id }),
    );
  };
  const confirm = async () => command('confirmEmail', { tokenHash: await tokenHashOut(teller, id) });
  return {
    id,
    email,
    state,
    row: () => knex('registrations').where({ id }).first(),
    command,
    confirm,
    reachStaff: async () => {
      await confirm();
      return command('submit');
    },
    approve: () => command('approve', { applications: ['postbox'], scopeValues: {}, note: null }),
    poke: () => handle.signal(factsChanged),
    events: () => knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind'),
    told: () =>
      knex('notices').where({ life_id: id }).whereNotNull('told_at').orderBy('owed_at').pluck('kind'),
    result: () => handle.result() as Promise<string>,
  };
}

/** The hash of the token that the last mail carried; a link that no mail ever carried opens nothing. */
export async function tokenHashOut({ knex }: Setting, id: string, purpose = 'registration'): Promise<string> {
  const newest = () =>
    knex('one_time_links')
      .where({ life_id: id, purpose })
      .orderBy('id', 'desc')
      .first<{ token_hash: string | null } | undefined>('token_hash');
  const hash = async () => (await newest())?.token_hash ?? '';
  await until('the mail has gone', async () => (await hash()) !== '');
  return hash();
}
