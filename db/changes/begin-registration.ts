import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import type { Registration } from '../../domain/registration.ts';
import { confirmationEnd, registrationTerms } from '../../domain/registration.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { answered, registrationColumns } from '../registration-row.ts';
import { applicant } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { linkForAddress } from './write-registration.ts';

export interface BegunRegistration {
  readonly formId: string;
  readonly brandId: string;
  readonly brandKey: string;
  /** SHA-256 in hexadecimal of the form key. */
  readonly holderHash: string;
  readonly language: string;
  /** Checked, and kept as they are kept. */
  readonly answers: FormAnswers;
  /** Whether the address may be sent a mail now (check 39); a case without one asks for it later. */
  readonly isMailed: boolean;
}

/**
 * The birth of a case (WF-01). The same form key names the same case, as it was begun: what is sent with it the second
 * time changes nothing. Returns its id. Nothing about companies or other cases is looked up: the answer tells nothing.
 */
export const beginRegistration =
  (knex: Knex) =>
  (begun: BegunRegistration, at: Instant): Promise<string> =>
    change(knex, null, async (trx) => {
      const there = await trx('registrations')
        .where({ holder_hash: begun.holderHash })
        .first<{ id: string } | undefined>('id');
      if (there !== undefined) return there.id;
      try {
        return await insert(trx, begun, at);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // The other one has committed by now: both hold the same key.
        const other = await trx('registrations')
          .where({ holder_hash: begun.holderHash })
          .first<{ id: string }>('id');
        return other.id;
      }
    });

async function insert(trx: Knex.Transaction, begun: BegunRegistration, at: Instant): Promise<string> {
  const policySetId = await policySetInForce(trx, begun.brandId, at);
  const terms = registrationTerms(await peoplePolicyOf(trx, policySetId));
  const registration: Registration = {
    id: uuidv7(),
    brand: begun.brandKey,
    companyId: null,
    terms,
    version: 1,
    waitingSince: at,
    remindedAt: null,
    submittedAt: null,
    confirmedAt: null,
    confirmationEndsAt: begun.isMailed ? confirmationEnd(at, terms) : null,
    returnedAt: null,
    review: null,
    approvedAt: null,
    closed: null,
    toTell: [],
  };
  const { id } = registration;
  await trx('registrations').insert({
    id,
    brand_id: begun.brandId,
    form_id: begun.formId,
    policy_set_id: policySetId,
    holder_hash: begun.holderHash,
    language: begun.language,
    ...answerColumns(begun.answers),
    created_at: toDb(at),
    ...registrationColumns(registration),
  });
  await linkForAddress(trx, registration, at);
  const confirm = { life: 'registration', lifeId: id, kind: 'registration-confirm', which: 1 } as const;
  if (begun.isMailed) await owePersonMail(trx, confirm, at);
  await appendEvent(trx, {
    kind: 'registration.begun',
    subjectType: 'registration',
    subjectId: id,
    companyId: null,
    actor: applicant,
    at,
    body: { formId: begun.formId, policyVersion: terms.version },
    wakes: { life: 'registration', id },
  });
  return id;
}

/** What is found by: mail address and enterprise number have columns of their own. */
export function answerColumns(answers: FormAnswers): Record<string, unknown> {
  return {
    answers: JSON.stringify(answers),
    email: answered(answers, 'email'),
    enterprise_number: answered(answers, 'enterpriseNumber'),
  };
}
