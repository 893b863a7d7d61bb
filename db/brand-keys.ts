import type { Knex } from 'knex';

/** A brand keeps its key: it is read once a process. */
const known = new Map<string, string>();

export async function brandKeyOf(knex: Knex, brandId: string): Promise<string> {
  const remembered = known.get(brandId);
  if (remembered !== undefined) return remembered;
  const brand = await knex('brands').where({ id: brandId }).first<{ brand_key: string }>('brand_key');
  known.set(brandId, brand.brand_key);
  return brand.brand_key;
}
