import type { PasswordTerms } from '../../db/queries/password-terms.ts';
import type { ChosenPassword } from '../../db/changes/write-password.ts';
import { checkPassword, needsFactor } from '../../domain/password.ts';
import { firstRefusal, orThrow } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';

/** What this service calls itself, whatever the brand. */
const product = 'Mailroom';

/** The refusals of a new password, for the operations that take one. */
export const passwordReasons = [
  'password.common',
  'password.names-somebody',
  'password.needs-both-cases',
  'password.too-long',
  'password.too-short',
] as const;

/**
 * The one way in for every new password: invitation, registration, change, reset. Asks the policy of each brand the
 * person belongs to, the list of known passwords and the names around him (checks 21 to 23), and returns the argon2id
 * hash, with whether it is good only beside a second factor. The password is taken as typed, in NFKC. Refuses `passwordReasons`, all 422.
 */
export async function newPassword(
  { passwords }: Pick<Deps, 'passwords'>,
  password: string,
  { policies, hasSecondFactor, names }: PasswordTerms,
): Promise<ChosenPassword> {
  const question = {
    password,
    hasSecondFactor,
    isListed: passwords.isKnown(password),
    names: [product, ...names],
  };
  orThrow(firstRefusal(...policies.map((policy) => checkPassword({ ...question, policy }))));
  return { hash: await passwords.hash(password), needsFactor: needsFactor(password, policies) };
}

/** The body holds a password: what is remembered of it must not help anybody to guess. */
export function passwordRequest<Asked extends { readonly bodyHash: string }>(
  request: Asked,
  { vault, tokens }: Deps,
): Asked {
  return { ...request, bodyHash: tokens.hashToken(vault.keyedHash('password-body', request.bodyHash)) };
}
