/** Entries of the directory as staff make them (RT-01, RT-03). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { RouterType } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { RouterAddress } from '../../domain/router.ts';
import { Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { routerById } from '../queries/routers.ts';
import type { RouterOnboardingRow } from '../router-onboarding-row.ts';

/** The entry there is, or what is to stand in a new one. */
export type VettedRouter = { readonly routerId: string } | { readonly entry: NewRouter };

export interface NewRouter extends RouterAddress {
  readonly name: string;
  readonly type: RouterType;
  readonly enterpriseNumber: string | null;
  /** Whom to invite, while it has no account. */
  readonly email: string | null;
}

/**
 * The entry that staff found the asked-for router to be, or a new one; with its company, if the enterprise number is that of
 * one. Refuses `router.unknown`, `router.company-listed`, `router.not-invitable`. Returns its id.
 */
export async function listRouter(
  trx: Knex.Transaction,
  { brand_id: brandId }: Pick<RouterOnboardingRow, 'brand_id'>,
  vetted: VettedRouter,
  at: Instant,
): Promise<string> {
  if ('routerId' in vetted) {
    const router = await routerById(trx, vetted.routerId);
    if (router?.brandId !== brandId || router.isClosed)
      throw new Refused(refuseValue('router.unknown', { field: 'routerId' }));
    return router.id;
  }
  const { entry } = vetted;
  const companyId = await companyOfNumber(trx, brandId, entry.enterpriseNumber);
  const missing =
    entry.enterpriseNumber === null ? 'enterpriseNumber' : entry.email === null ? 'email' : null;
  if (companyId === null && missing !== null)
    throw new Refused(refuseValue('router.not-invitable', { field: missing }));
  return insertRouter(trx, brandId, entry, companyId, at);
}

/** A new entry under the next free number. Refuses `router.company-listed`. */
export async function insertRouter(
  trx: Knex.Transaction,
  brandId: string,
  { name, type, street, postalCode, city, country, enterpriseNumber, email }: NewRouter,
  companyId: string | null,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  try {
    await trx('routers').insert({
      id,
      brand_id: brandId,
      number: id,
      name,
      type,
      street,
      postal_code: postalCode,
      city,
      country,
      enterprise_number: enterpriseNumber,
      email,
      company_id: companyId,
      listed_at: toDb(at),
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('router.company-listed'));
    throw error;
  }
  await trx('routers')
    .where({ id })
    .update({ number: trx.raw("CONCAT('R', CAST(10000 + serial AS CHAR))") });
  return id;
}

/** The company of the brand that is registered under it. */
export async function companyOfNumber(
  trx: Knex.Transaction,
  brandId: string,
  enterpriseNumber: string | null,
): Promise<string | null> {
  if (enterpriseNumber === null) return null;
  const row = await trx('companies')
    .where({ brand_id: brandId, enterprise_number: enterpriseNumber, closed_at: null })
    .first<{ id: string } | undefined>('id');
  return row?.id ?? null;
}
