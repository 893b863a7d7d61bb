/** Recoveries as lists and as the way on from a registration. */
import type { Knex } from 'knex';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import { recoveryFrom } from '../administrator-recovery-row.ts';
import { isActiveMember } from './active-members.ts';
import { recoveryById } from './administrator-recoveries.ts';

/** A recovery as staff see it. */
export interface SeenRecovery {
  readonly recovery: AdministratorRecovery;
  readonly reason: string;
  readonly registrationId: string | null;
  /** An applicant was appointed and has not accepted his invitation yet: nobody administers the company. */
  readonly awaitsAcceptance: boolean;
}

/** The recovery whole, or null. */
export async function seenRecovery(knex: Knex, id: string): Promise<SeenRecovery | null> {
  const row = await knex('administrator_recoveries')
    .where({ id })
    .first<AdministratorRecoveryRow | undefined>();
  return row === undefined ? null : seenFrom(knex, row);
}

/** Those that are open, and those whose appointed applicant has not accepted yet; the oldest first. */
export async function openRecoveries(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly SeenRecovery[]> {
  const rows = (await knex('administrator_recoveries')
    .where((waiting) => {
      void waiting.whereNull('closed_at').orWhereExists(unaccepted(knex));
    })
    .modify((query) => {
      if (after !== null) void query.where('id', '>', after);
    })
    .orderBy('id')
    .limit(limit)) as AdministratorRecoveryRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

async function seenFrom(knex: Knex, row: AdministratorRecoveryRow): Promise<SeenRecovery> {
  const { id, reason, registration_id: registrationId } = row;
  const unused: unknown = await knex('administrator_recoveries')
    .where({ id })
    .whereExists(unaccepted(knex))
    .first('id');
  const awaitsAcceptance = unused !== undefined;
  return { recovery: await recoveryFrom(knex, row), reason, registrationId, awaitsAcceptance };
}

/** The membership of an appointed applicant that he has not accepted, and that nobody has ended, where nobody else administers. */
function unaccepted(knex: Knex): Knex.QueryBuilder {
  return knex('memberships as m')
    .whereRaw('m.company_id = administrator_recoveries.company_id')
    .whereRaw('m.user_id = administrator_recoveries.candidate_id')
    .whereNotNull('administrator_recoveries.registration_id')
    .where({ 'administrator_recoveries.outcome': 'granted' })
    .whereNull('m.accepted_at')
    .whereNull('m.deactivated_at')
    .whereNotExists(
      knex('memberships as m')
        .whereRaw('m.company_id = administrator_recoveries.company_id')
        .where('m.profile', 'administrator')
        .where(isActiveMember)
        .select('m.id'),
    )
    .select('m.id');
}

/** The one in which the applicant of this case may enter a code, or null. */
export async function recoveryOfRegistration(
  knex: Knex,
  registrationId: string,
): Promise<Owing<AdministratorRecovery> | null> {
  const row = await knex('administrator_recoveries')
    .where({ registration_id: registrationId })
    .first<{ id: string } | undefined>('id');
  return row === undefined ? null : recoveryById(knex, row.id);
}
