import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Sex } from '../../domain/user.ts';
import { checkUserVersion, fullName } from '../../domain/user.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

interface OwnData {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly sex?: Sex | null | undefined;
  readonly phone?: string | null | undefined;
  readonly language?: string | undefined;
}

interface PersonRow {
  readonly version: number;
  readonly name: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

/**
 * A person changes what he says of himself (UM-10); what is left out stays. The event says which, not to what. Refuses
 * `user.version-stale` with the present version.
 */
export const changeOwnData =
  (knex: Knex) =>
  (userId: string, data: OwnData, version: number, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const person = await trx('users')
        .where({ id: userId })
        .forUpdate()
        .first<PersonRow>('version', 'name', 'first_name', 'last_name');
      orThrow(checkUserVersion(person.version, version));
      const changed = Object.entries(data).filter(([, value]) => value !== undefined);
      if (changed.length === 0) return;
      const first = data.firstName ?? person.first_name;
      const last = data.lastName ?? person.last_name;
      await trx('users')
        .where({ id: userId })
        .update({
          first_name: data.firstName,
          last_name: data.lastName,
          sex: data.sex,
          phone: data.phone,
          language: data.language,
          name: first !== null && last !== null ? fullName(first, last) : person.name,
          version: person.version + 1,
        });
      await appendEvent(trx, {
        kind: 'user.data-changed',
        subjectType: 'user',
        subjectId: userId,
        companyId: null,
        actor,
        at,
        body: { fields: changed.map(([name]) => name).sort() },
      });
    });

/** The question staff may ask on the telephone, and the hash of its answer; it opens nothing (check 25). */
export const setSecurityQuestion =
  (knex: Knex) =>
  (
    userId: string,
    security: { readonly question: string; readonly answerHash: string },
    actor: Actor,
    at: Instant,
  ): Promise<void> =>
    change(knex, null, async (trx) => {
      await trx('users').where({ id: userId }).update({
        security_question: security.question,
        security_answer_hash: security.answerHash,
      });
      await appendEvent(trx, {
        kind: 'user.security-question-set',
        subjectType: 'user',
        subjectId: userId,
        companyId: null,
        actor,
        at,
        body: {},
      });
    });
