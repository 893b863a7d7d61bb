import type { Knex } from 'knex';
import type { RouterType } from '../../domain/application.ts';

/** As what the company is listed in the directory of routers; null when it is none (RT-07). */
export async function routerTypeOf(knex: Knex, companyId: string): Promise<RouterType | null> {
  const row = await knex('routers')
    .where({ company_id: companyId, closed_at: null })
    .first<{ type: RouterType } | undefined>('type');
  return row?.type ?? null;
}
