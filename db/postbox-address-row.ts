/** Between the `postbox_addresses` row and an address (PP-04). */
import type { Instant } from '../domain/calendar.ts';
import type { AddressKind } from '../domain/postbox.ts';
import { fromDb } from './instants.ts';

export interface AddressLines {
  readonly recipient: string;
  readonly street: string;
  readonly extra: string | null;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface PostboxAddress extends AddressLines {
  readonly kind: AddressKind;
  readonly version: number;
  readonly changedAt: Instant;
}

export interface AddressRow {
  readonly kind: AddressKind;
  readonly recipient: string;
  readonly street: string;
  readonly extra: string | null;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
  readonly version: number;
  readonly changed_at: Date;
}

export function addressFrom(row: AddressRow): PostboxAddress {
  const { kind, recipient, street, extra, city, country, version } = row;
  const changedAt = fromDb(row.changed_at);
  return { kind, recipient, street, extra, postalCode: row.postal_code, city, country, version, changedAt };
}

export function addressColumns({ postalCode, ...lines }: AddressLines): Record<string, unknown> {
  return { ...lines, postal_code: postalCode };
}

/** Letter for letter. */
export function isSameAddress(one: AddressLines, other: AddressLines): boolean {
  const lines = ['recipient', 'street', 'extra', 'postalCode', 'city', 'country'] as const;
  return lines.every((line) => one[line] === other[line]);
}
