import type { Knex } from 'knex';
import { networksIn } from './log-in-ground.ts';

/** The company with its open boxes, as the right to its books is asked about it; null when there is none. */
export async function companySubject(
  knex: Knex,
  id: string,
): Promise<{ readonly companyId: string; readonly postboxIds: readonly string[] } | null> {
  const row = await knex('companies').where({ id }).first<{ id: string } | undefined>('id');
  if (row === undefined) return null;
  const postboxIds = (await knex('postboxes')
    .where({ company_id: id, closed_at: null })
    .pluck('id')) as string[];
  return { companyId: row.id, postboxIds };
}

/** The company with its name; null when there is none. */
export async function companyById(
  knex: Knex,
  id: string,
): Promise<{ readonly companyId: string; readonly name: string } | null> {
  const row = await knex('companies')
    .where({ id })
    .first<{ id: string; name: string } | undefined>('id', 'name');
  return row === undefined ? null : { companyId: row.id, name: row.name };
}

/** From where its people may log in, as it has said itself (SE-04); null when there is no such company. */
export async function companyPlaces(knex: Knex, id: string) {
  const row = await knex('companies')
    .where({ id })
    .first<PlacesRow | undefined>('version', 'places', 'authorised_networks');
  if (row === undefined) return null;
  return {
    companyId: id,
    version: row.version,
    switch: row.places,
    networks: networksIn(row.authorised_networks),
  };
}

interface PlacesRow {
  readonly version: number;
  readonly places: 'on' | 'off' | null;
  readonly authorised_networks: string | null;
}
