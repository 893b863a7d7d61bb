import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { codeUnusable, entryFault } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Identity, SignUp } from '../../domain/sign-up.ts';
import { checkFree, signUpEndsAt, signUpTerms } from '../../domain/sign-up.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { toDb } from '../instants.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import { signUpColumns } from '../sign-up-row.ts';
import { codeHolder } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { makeLink } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { receiverOf } from './open-reception.ts';
import { lockCode } from './write-activation-code.ts';
import { endHold } from './write-sign-up.ts';

export interface NewSignUp extends Identity {
  readonly codeId: string;
  /** SHA-256 in hexadecimal of what the browser keeps that began it. */
  readonly holderHash: string;
  readonly enterpriseNumber: string | null;
  readonly identification: string | null;
  readonly companyName: string;
  readonly email: string;
  readonly language: string;
  readonly clientAddress: string;
}

/**
 * The birth of a sign-up: it holds the code, and takes the place of one that was begun before. Refuses
 * `activation-code.unusable` for a code that has stopped working meanwhile, and `sign-up.account-exists`.
 */
export const beginSignUp =
  (knex: Knex) =>
  (said: NewSignUp, at: Instant): Promise<{ readonly id: string; readonly endsAt: Instant }> =>
    change(knex, null, async (trx) => {
      const { code, row } = await lockCode(trx, said.codeId);
      const facts = { accountId: null, receivedIn: await receiverOf(trx, code.clientCodeId) };
      if (entryFault(code, facts, at) !== null || code.endsAt === null)
        throw new Refused(codeUnusable(code.terms.validDays));
      const brandId = row.brand_id;
      orThrow(checkFree(await isTaken(trx, brandId, said)));
      await endHold(trx, code.id, 'restarted', codeHolder, at);
      const policySetId = await policySetInForce(trx, brandId, at);
      const terms = signUpTerms(await documentPolicyOf(trx, policySetId));
      const id = uuidv7();
      const endsAt = signUpEndsAt(at, terms, code.endsAt);
      const signUp: SignUp = {
        ...{ id, brand: await brandKeyOf(trx, brandId), codeId: code.id, terms, version: 1 },
        ...{ begunAt: at, endsAt, closed: null },
      };
      const linkId = await makeLink(trx, { purpose: 'sign-up', lifeId: id, userId: null, endsAt, at });
      await trx('sign_ups').insert({
        ...{
          id,
          brand_id: brandId,
          activation_code_id: code.id,
          policy_set_id: policySetId,
          link_id: linkId,
        },
        ...{ holder_hash: said.holderHash, kind: said.kind, username: said.username },
        ...{ enterprise_number: said.enterpriseNumber, identification: said.identification },
        ...{ company_name: said.companyName, email: said.email, language: said.language },
        ...{ client_address: said.clientAddress, begun_at: toDb(at) },
        ...signUpColumns(signUp),
      });
      await owePersonMail(trx, { life: 'sign-up', lifeId: id, kind: 'sign-up-link' }, at);
      await appendEvent(trx, {
        kind: 'sign-up.begun',
        subjectType: 'sign-up',
        subjectId: id,
        companyId: null,
        actor: codeHolder,
        at,
        body: { version: 1, codeId: code.id, kind: said.kind, endsAt },
        wakes: { life: 'sign-up', id },
      });
      return { id, endsAt };
    });

/** Somebody logs in by that name, or the business has its account already. */
export async function isTaken(
  trx: Knex.Transaction,
  brandId: string,
  { username, enterpriseNumber }: Pick<NewSignUp, 'username' | 'enterpriseNumber'>,
): Promise<boolean> {
  const user: unknown = await trx('users').where({ username }).first('id');
  if (user !== undefined || enterpriseNumber === null) return user !== undefined;
  const account: unknown = await trx('recipient_accounts')
    .where({ brand_id: brandId, open_number: enterpriseNumber })
    .first('id');
  return account !== undefined;
}
