import type { RegistrationCase } from '../../db/queries/registration-cases.ts';
import { registrationCase } from '../../db/queries/registration-cases.ts';
import { identityCheckOf } from '../../db/queries/identity-checks.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

export interface FoundCase {
  readonly found: RegistrationCase;
  readonly identity: IdentityCheck | null;
}

/** The case as staff see it, for who has the declared right. */
export async function findCase(
  call: Pick<Call<{ readonly id: string }, unknown, unknown>, 'params' | 'allow'>,
  { knex }: Deps,
): Promise<FoundCase> {
  const found = await registrationCase(knex, call.params.id);
  call.allow('registration', found === null ? null : {});
  return { found: found as RegistrationCase, identity: await identityCheckOf(knex, call.params.id) };
}
