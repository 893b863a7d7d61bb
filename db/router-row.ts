/** Between the `routers` row and an entry of the directory. */
import type { RouterType } from '../domain/application.ts';
import type { Router } from '../domain/router.ts';

export interface RouterRow {
  readonly id: string;
  readonly brand_id: string;
  readonly number: string;
  readonly name: string;
  readonly type: RouterType;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
  readonly enterprise_number: string | null;
  readonly email: string | null;
  readonly company_id: string | null;
  readonly confirmed_at: Date | null;
  readonly version: number;
  readonly closed_at: Date | null;
}

export function routerFrom(row: RouterRow): Router {
  return {
    id: row.id,
    brandId: row.brand_id,
    number: row.number,
    name: row.name,
    type: row.type,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    companyId: row.company_id,
    isConfirmed: row.confirmed_at !== null,
    isClosed: row.closed_at !== null,
    version: row.version,
  };
}
