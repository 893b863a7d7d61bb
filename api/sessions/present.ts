import type { Person } from '../../db/queries/person.ts';
import type { Action } from '../../domain/action-rules.ts';
import type { Caller } from '../caller.ts';

/** The caller as he is shown to himself; a service token has no person behind it. */
export function presentMe(
  { kind, id, actor, language }: Caller,
  person: Person | null,
  actions: readonly Action[],
) {
  return {
    kind,
    id,
    username: person?.username ?? null,
    name: person?.name ?? null,
    data: person && {
      email: person.email,
      firstName: person.firstName,
      lastName: person.lastName,
      sex: person.sex,
      phone: person.phone,
    },
    language: person?.language ?? language,
    memberships: (actor.kind === 'user' ? (person?.memberships ?? []) : []).map((each) => ({
      companyId: each.companyId,
      companyName: each.companyName,
      profile: each.profile,
    })),
    grants: actor.kind === 'user' ? actor.grants : [],
    siteIds: actor.kind === 'site' ? actor.siteIds : [],
    issuerIds: actor.kind === 'issuer' ? actor.issuerIds : [],
    actions,
  };
}
