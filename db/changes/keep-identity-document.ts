import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { checkTake, documentDueAt, identityTerms } from '../../domain/identity-check.ts';
import { checkWithdraw } from '../../domain/registration-commands.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import type { IdentityCheckRow } from '../identity-check-row.ts';
import { identityCheckColumns, identityCheckFrom } from '../identity-check-row.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { registrationFrom } from '../registration-row.ts';
import { appendEvent } from './append-event.ts';
import { applicant } from './actors.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockRow } from './lock-row.ts';

/** A sealed picture as it lies in the object store; `id` names row and object. */
export interface KeptDocument {
  readonly id: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Both are needed to open it; they lie in a table that no backup holds. */
  readonly holderKey: string;
  readonly wrappedKey: string;
}

/** The check that the document began, or the one that awaits it and takes it by a command of its own. */
export interface KeptFor {
  readonly checkId: string;
  readonly documentId: string;
  readonly isAwaited: boolean;
}

/**
 * Files a picture of an identity document (WF-19). The first one begins a check. One that was asked for again lies there
 * until its check takes it, and is swept away if it never does. Refuses `not-found`, what the case refuses once it is over,
 * `registration.no-identity-document` and `identity-check.document-there`.
 */
export const keepIdentityDocument =
  (knex: Knex) =>
  (registrationId: string, document: KeptDocument, at: Instant, request: ChangeRequest): Promise<KeptFor> =>
    change(knex, request, async (trx) => {
      const row = await lockRow<RegistrationRow>(trx, 'registrations', registrationId);
      const registration = await registrationFrom(trx, row);
      orThrow(checkWithdraw(registration));
      if (!registration.terms.identityDocument)
        throw new Refused(refuseState('registration.no-identity-document'));
      const open = await trx('identity_checks')
        .where({ open_key: registrationId })
        .forUpdate()
        .first<IdentityCheckRow | undefined>();
      if (open === undefined) return beginCheck(trx, row, document, at);
      orThrow(checkTake(await identityCheckFrom(trx, open)));
      await insertDocument(trx, open.id, document, at);
      return { checkId: open.id, documentId: document.id, isAwaited: true };
    });

async function beginCheck(
  trx: Knex.Transaction,
  { id: registrationId, brand_id }: RegistrationRow,
  document: KeptDocument,
  at: Instant,
): Promise<KeptFor> {
  const policySetId = await policySetInForce(trx, brand_id, at);
  const terms = identityTerms(await peoplePolicyOf(trx, policySetId));
  const check: IdentityCheck = {
    id: uuidv7(),
    brand: '',
    registrationId,
    terms,
    version: 1,
    documentId: document.id,
    dueAt: documentDueAt(at, terms),
    destroyingSince: null,
    outcome: null,
    closed: null,
    toTell: [],
  };
  await trx('identity_checks').insert({
    id: check.id,
    brand_id,
    registration_id: registrationId,
    policy_set_id: policySetId,
    created_at: toDb(at),
    ...identityCheckColumns(check),
  });
  await insertDocument(trx, check.id, document, at);
  await appendEvent(trx, {
    kind: 'identity-check.begun',
    subjectType: 'identity-check',
    subjectId: check.id,
    companyId: null,
    actor: applicant,
    at,
    body: { registrationId, documentId: document.id, dueAt: check.dueAt, policyVersion: terms.version },
    wakes: { life: 'identity-check', id: check.id },
  });
  return { checkId: check.id, documentId: document.id, isAwaited: false };
}

async function insertDocument(
  trx: Knex.Transaction,
  checkId: string,
  document: KeptDocument,
  at: Instant,
): Promise<void> {
  const { id, mediaType, sha256, bytes, holderKey, wrappedKey } = document;
  await trx('identity_documents').insert({
    id,
    check_id: checkId,
    media_type: mediaType,
    sha256,
    bytes,
    uploaded_at: toDb(at),
  });
  await trx('identity_document_keys').insert({
    document_id: id,
    holder_key: holderKey,
    wrapped_key: wrappedKey,
  });
}
