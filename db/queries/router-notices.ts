/** What the mails about routers are made from, and who gets them: the client, or the administrators of the router (WF-06). */
import type { Knex } from 'knex';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import type { RouterGrantRow } from '../router-grant-row.ts';
import type { RouterOnboardingRow } from '../router-onboarding-row.ts';
import type { RouterRow } from '../router-row.ts';
import { routerFrom } from '../router-row.ts';
import { administratorsToTell } from './administrators.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { applicationsHeld } from './router-grants.ts';

const toInvited = ['router-invited', 'router-invited-again'];
const toRouter = [
  'router-confirm',
  'router-confirm-reminder',
  'router-granted',
  'router-grant-reminder',
  'router-grant-changed',
  'router-grant-lapsed-router',
];

/** Of a router on its way into the directory. */
export async function onboardingNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('router_onboardings').where({ id: lifeId }).first<RouterOnboardingRow | undefined>();
  if (row === undefined) return null;
  const router = await routerOf(knex, row.router_id);
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  const { clientName, brandName, language } = await namesOf(knex, row.company_id);
  const recipients = toInvited.includes(kind)
    ? invited(router, language)
    : await recipientsOf(knex, kind, row, router);
  if (recipients.length === 0) return null;
  return {
    recipients,
    facts: {
      zone,
      companyName: clientName,
      brandName,
      routerName: router?.name ?? row.name,
      routerNumber: router?.number ?? null,
      enterpriseNumber: router?.enterprise_number ?? null,
      routerPlace: router === null ? row.city : `${router.postal_code} ${router.city}`,
      note: row.decision_note,
      endsAt: fromDbOrNull(row.ends_at),
    },
    link: null,
    isAtMostOnce: isReminder(kind),
  };
}

/** Of what a client gave a router. */
export async function routerGrantNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('router_grants').where({ id: lifeId }).first<RouterGrantRow | undefined>();
  const router = row && (await routerOf(knex, row.router_id));
  if (row === undefined || router == null) return null;
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  const { clientName, brandName } = await namesOf(knex, row.company_id);
  const account = await knex('accounts').where({ id: row.account_id }).first<{ number: string }>('number');
  const recipients = await recipientsOf(knex, kind, row, router);
  if (recipients.length === 0) return null;
  return {
    recipients,
    facts: {
      zone,
      companyName: clientName,
      brandName,
      routerName: router.name,
      routerNumber: router.number,
      routerPlace: `${router.postal_code} ${router.city}`,
      accountNumber: account.number,
      endsAt: fromDb(row.ends_at),
    },
    about: { applications: await applicationsHeld(knex, row.account_id, routerFrom(router)) },
    link: null,
    isAtMostOnce: isReminder(kind),
  };
}

function isReminder(kind: string): boolean {
  return kind.endsWith('-reminder') || kind.endsWith('-again');
}

async function recipientsOf(
  knex: Knex,
  kind: string,
  row: Pick<RouterGrantRow, 'company_id' | 'owner_id'>,
  router: RouterRow | null,
): Promise<PersonNotice['recipients']> {
  if (!toRouter.includes(kind)) return administratorsToTell(knex, row.company_id, row.owner_id);
  return router?.company_id == null ? [] : administratorsToTell(knex, router.company_id, null);
}

/** Nobody knows yet in which language the router reads: in that of the client who named it. */
function invited(router: RouterRow | null, language: string): PersonNotice['recipients'] {
  return router?.email == null ? [] : [{ email: router.email, language }];
}

async function routerOf(knex: Knex, id: string | null): Promise<RouterRow | null> {
  if (id === null) return null;
  return (await knex('routers').where({ id }).first<RouterRow | undefined>()) ?? null;
}

async function namesOf(knex: Knex, companyId: string) {
  return knex('companies as c')
    .join('brands as b', 'b.id', 'c.brand_id')
    .where('c.id', companyId)
    .first<{ clientName: string; brandName: string; language: string }>(
      'c.name as clientName',
      'b.name as brandName',
      'c.language',
    );
}
