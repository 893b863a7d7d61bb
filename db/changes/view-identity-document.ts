import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { SealedIdentityDocument } from '../queries/identity-checks.ts';
import { sealedIdentityDocument } from '../queries/identity-checks.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';
import { lockIdentityCheck } from './write-identity-check.ts';

/**
 * Staff look at the document of a check: each look is an event, written before a byte is shown (SE-03). Refuses
 * `right.missing`, `identity-check.over` and `identity-check.no-document`.
 */
export const viewIdentityDocument =
  (knex: Knex) =>
  (checkId: string, actor: Actor, at: Instant): Promise<SealedIdentityDocument> =>
    change(knex, null, async (trx) => {
      const { check } = await lockIdentityCheck(trx, checkId);
      await operatorOnly(trx, actor, 'registration.review');
      if (check.closed || check.outcome !== null) throw new Refused(refuseState('identity-check.over'));
      const isThere = check.documentId !== null && check.destroyingSince === null;
      const document = isThere ? await sealedIdentityDocument(trx, check.documentId) : null;
      if (document === null) throw new Refused(refuseState('identity-check.no-document'));
      await appendEvent(trx, {
        kind: 'identity-check.viewed',
        subjectType: 'identity-check',
        subjectId: checkId,
        companyId: null,
        actor,
        at,
        body: { registrationId: check.registrationId, documentId: document.id },
      });
      return document;
    });
