/** The directory of routers (RT-01, RT-07): two of one name stand apart by number and address. */
import type { Knex } from 'knex';
import type { Administration, Router } from '../../domain/router.ts';
import type { RouterRow } from '../router-row.ts';
import { routerFrom } from '../router-row.ts';
import { activeAdministrators, invitedAdministrators } from './active-administrators.ts';
import { brandsOfCompanies } from './brands-of-companies.ts';

/** The entry, closed or not, or null. */
export async function routerById(knex: Knex, id: string): Promise<Router | null> {
  const row = await knex('routers').where({ id }).first<RouterRow | undefined>();
  return row === undefined ? null : routerFrom(row);
}

export interface RouterSearch {
  /** Null: of every brand, for staff. */
  readonly companyIds: readonly string[] | null;
  /** Part of a name, a number, a place or a postal code. */
  readonly text: string | null;
  readonly country: string | null;
  readonly type: string | null;
  readonly limit: number;
  /** Name and number of the last one of the page before. */
  readonly after: readonly [string, string] | null;
}

/** Open entries of the brands concerned, by name and then by number. */
export async function searchRouters(knex: Knex, search: RouterSearch): Promise<readonly Router[]> {
  const query = knex('routers').whereNull('closed_at').orderBy(['name', 'number']).limit(search.limit);
  if (search.companyIds !== null) void query.whereIn('brand_id', brandsOfCompanies(knex, search.companyIds));
  if (search.country !== null) void query.where({ country: search.country });
  if (search.type !== null) void query.where({ type: search.type });
  if (search.text !== null) {
    const part = `%${search.text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    void query.where((either) => {
      for (const column of ['name', 'number', 'city', 'postal_code'])
        void either.orWhere(column, 'like', part);
    });
  }
  if (search.after !== null) {
    const [name, number] = search.after;
    void query.where((later) => {
      void later.where('name', '>', name).orWhere((same) => {
        void same.where({ name }).where('number', '>', number);
      });
    });
  }
  const rows = (await query.select()) as RouterRow[];
  return rows.map(routerFrom);
}

/** Open entries of that brand at that very address under that name: asking for one of them would be asking twice. */
export async function routerAt(
  knex: Knex,
  brandId: string,
  { name, postalCode, street }: Pick<Router, 'name' | 'postalCode' | 'street'>,
): Promise<Router | null> {
  const row = await knex('routers')
    .where({ brand_id: brandId, name, postal_code: postalCode, street, closed_at: null })
    .orderBy('number')
    .first<RouterRow | undefined>();
  return row === undefined ? null : routerFrom(row);
}

/** Who is there to act for the router. */
export async function administrationOf(knex: Knex, companyId: string | null): Promise<Administration> {
  if (companyId === null) return 'none';
  if ((await activeAdministrators(knex, companyId, null)).length > 0) return 'active';
  return (await invitedAdministrators(knex, companyId)).length > 0 ? 'invited' : 'none';
}

/** Whether one of these companies is of the router's brand: the directory of another is none of theirs. */
export async function isRouterOfBrandOf(
  knex: Knex,
  { brandId }: Router,
  companyIds: readonly string[],
): Promise<boolean> {
  const found: unknown = await knex('companies')
    .where({ brand_id: brandId })
    .whereIn('id', [...companyIds])
    .first('id');
  return found !== undefined;
}
