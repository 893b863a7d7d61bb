import type { Knex } from 'knex';
import { activeAdministrators } from './active-administrators.ts';

/** The one who is named, while he is an active administrator of the company; otherwise every one who is. */
export async function administratorsToTell(
  knex: Knex,
  companyId: string,
  preferredId: string | null,
): Promise<readonly { readonly email: string; readonly language: string }[]> {
  const administrators = await activeAdministrators(knex, companyId, null);
  const preferred = administrators.filter(({ id }) => id === preferredId);
  const told = preferred.length > 0 ? preferred : administrators;
  return told.map(({ email, language }) => ({ email, language }));
}
