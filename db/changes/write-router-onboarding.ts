import type { Knex } from 'knex';
import type { Owing } from '../../domain/life-rows.ts';
import type { Onboarded, RouterOnboarding } from '../../domain/router-onboarding.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { RouterOnboardingRow } from '../router-onboarding-row.ts';
import { onboardingColumns, onboardingFrom } from '../router-onboarding-row.ts';
import type { RouterRow } from '../router-row.ts';
import { lifeActor } from './actors.ts';
import { lockCompanies, onBehalf } from './lock-member.ts';
import { appendEvent } from './append-event.ts';
import { lockRow } from './lock-row.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const onboardingLife = lifeActor('router-onboarding');

export interface LockedOnboarding {
  readonly row: RouterOnboardingRow;
  readonly onboarding: RouterOnboarding;
  /** The entry that was made of it, locked. */
  readonly router: RouterRow | null;
}

/** The row with the client, the router's company and the entry locked before it. Refuses `not-found`. */
export async function lockOnboarding(trx: Knex.Transaction, id: string): Promise<LockedOnboarding> {
  const found = await trx('router_onboardings as o')
    .leftJoin('routers as r', 'r.id', 'o.router_id')
    .where('o.id', id)
    .first<Found | undefined>('o.company_id', 'o.router_id', 'r.company_id as router_company_id');
  if (found === undefined) throw new Refused(hidden);
  const besides = found.router_company_id === null ? [] : [found.router_company_id];
  await lockCompanies(trx, found.company_id, besides);
  const router = found.router_id === null ? null : await lockRouter(trx, found.router_id);
  const row = await trx('router_onboardings').where({ id }).forUpdate().first<RouterOnboardingRow>();
  return { row, onboarding: await onboardingFrom(trx, row), router };
}

interface Found {
  readonly company_id: string;
  readonly router_id: string | null;
  readonly router_company_id: string | null;
}

/** An entry of the directory, locked after the companies. Refuses `not-found`. */
export async function lockRouter(trx: Knex.Transaction, id: string): Promise<RouterRow> {
  const row = await lockRow<RouterRow>(trx, 'routers', id);
  return row;
}

/** Writes the onboarding as a rule left it, what it owes and the event. Returns the row as it now stands. */
export async function writeOnboarding(
  trx: Knex.Transaction,
  { onboarding, mails }: Onboarded,
  { event, facts = {} }: { readonly event: string; readonly facts?: object },
  { actor, at, command }: Doing,
): Promise<Owing<RouterOnboarding>> {
  const { id, companyId, version, routerId } = onboarding;
  await trx('router_onboardings').where({ id }).update(onboardingColumns(onboarding));
  for (const kind of mails)
    await owePersonMail(trx, { life: 'router-onboarding', lifeId: id, kind, which: version }, at);
  await appendEvent(trx, {
    kind: `router-onboarding.${event}`,
    subjectType: 'router-onboarding',
    subjectId: id,
    companyId,
    actor,
    at,
    body: { version, routerId, endsAt: onboarding.endsAt, ...facts, ...onBehalf(actor, companyId) },
    ...(command && { wakes: { life: 'router-onboarding', id }, command }),
  });
  return withOwed(trx, onboarding);
}
