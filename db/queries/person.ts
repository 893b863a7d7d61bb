import type { Knex } from 'knex';
import type { Profile } from '../../domain/rights.ts';
import { isActive } from '../../domain/user.ts';
import { fromDbOrNull } from '../instants.ts';
import { User } from '../models/user.ts';

/** A person as shown to himself: who am I, for whom do I act, what do I do here. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly phone: string | null;
  readonly version: number;
  /** The active ones, by company name. */
  readonly memberships: readonly {
    readonly companyId: string;
    readonly companyName: string;
    readonly brandId: string;
    readonly profile: Profile;
  }[];
  readonly staffRoles: readonly {
    readonly role: 'operator' | 'site';
    readonly siteId: string | null;
    readonly siteName: string | null;
  }[];
}

/** The person of that id, deactivated or not, or null. */
export async function personById(knex: Knex, id: string): Promise<Person | null> {
  const user = await User.query(knex).findById(id).withGraphFetched('[memberships.company, staffRoles.site]');
  if (user === undefined) return null;
  const memberships = (user.memberships ?? [])
    .filter(({ acceptedAt, deactivatedAt, suspendedAt }) =>
      isActive({
        acceptedAt: fromDbOrNull(acceptedAt),
        deactivatedAt: fromDbOrNull(deactivatedAt),
        suspendedAt: fromDbOrNull(suspendedAt),
      }),
    )
    .map(({ companyId, profile, company }) => ({
      companyId,
      companyName: company?.name ?? '',
      brandId: company?.brandId ?? '',
      profile,
    }));
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    name: user.name,
    language: user.language,
    firstName: user.firstName,
    lastName: user.lastName,
    sex: user.sex,
    phone: user.phone,
    version: user.version,
    memberships: memberships.sort((a, b) => a.companyName.localeCompare(b.companyName)),
    staffRoles: (user.staffRoles ?? []).map(({ role, siteId, site }) => ({
      role,
      siteId,
      siteName: site?.name ?? null,
    })),
  };
}
