/**
 * The frame of every write (design.md, Changes): begin, a remembered answer, the work, remember, commit. The request
 * row is inserted first and so locked first: a second request with the same id waits for the fate of the first.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { isConnectionLost, isDuplicateKey, isLockConflict } from '../errors.ts';
import { toDb } from '../instants.ts';
import { rememberedAnswer } from '../queries/remembered-answer.ts';
import { takeConnection, type RawConnection } from '../raw-connection.ts';

/** Who asks what for the how-manieth time: the key under which the answer is remembered. */
export interface ChangeRequest {
  /** SHA-256 in hexadecimal of actor, operation, subject and `Idempotency-Key` (decided.md, Lives and ids). */
  readonly id: string;
  /** SHA-256 in hexadecimal of the body: the same id with another body is refused. */
  readonly bodyHash: string;
  /** The API's stamp on the accepted request. */
  readonly receivedAt: Instant;
}

/** The connection went away at COMMIT and nothing tells whether it happened; with an id, the same id asks again. */
export class OutcomeUnknown extends Error {
  readonly requestId: string | null;
  constructor(requestId: string | null, cause: unknown) {
    super(`lost the database at COMMIT of request ${requestId ?? '(none)'}`, { cause });
    this.name = 'OutcomeUnknown';
    this.requestId = requestId;
  }
}

const TRIES = 5;

/**
 * Runs `work` in one READ COMMITTED transaction. With a request, the answer is remembered with the commit as JSON and
 * a repeat gets it without any work, so `T` is plain JSON data; the first caller too gets what came through JSON.
 * `work` may run up to five times (deadlock 1213, lock wait 1205, connection lost before COMMIT) and must touch nothing
 * but `trx`. A refusal rolls back and is not remembered.
 * Throws `Refused` (`request.key-reused`: this id came with another body; and whatever `work` refuses) and
 * `OutcomeUnknown`. I7 of quality.md: same key, same answer.
 */
export async function change<T>(
  knex: Knex,
  request: ChangeRequest | null,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  let isUnknown = false;
  for (let tried = 1; ; tried += 1) {
    const attempt: Attempt = { committing: null };
    try {
      return await attemptOnce(knex, request, work, attempt);
    } catch (error) {
      attempt.committing?.destroy();
      if (attempt.committing !== null && !isLockConflict(error)) isUnknown = true;
      if (isUnknown && request === null) throw new OutcomeUnknown(null, error);
      // Trying again under the same id is re-reading by key: the row of a commit that did happen answers, one that is
      // still under way is waited for, and only where there is none the work is done.
      const isWorthAnotherTry =
        attempt.committing !== null || isLockConflict(error) || isConnectionLost(error);
      if (!isWorthAnotherTry || tried === TRIES) {
        throw isUnknown && !(error instanceof Refused)
          ? new OutcomeUnknown(request?.id ?? null, error)
          : error;
      }
      await pause(randomInt(5, 25 * 2 ** tried));
    }
  }
}

/** The connection on which COMMIT was sent, if it came to that; one whose COMMIT failed may still hold the transaction. */
interface Attempt {
  committing: RawConnection | null;
}

function attemptOnce<T>(
  knex: Knex,
  request: ChangeRequest | null,
  work: (trx: Knex.Transaction) => Promise<T>,
  attempt: Attempt,
): Promise<T> {
  return knex.transaction(async (trx) => {
    const answer = request === null ? await work(trx) : await workOrRemember(trx, request, work);
    attempt.committing = await takeConnection(trx);
    return answer;
  });
}

async function workOrRemember<T>(
  trx: Knex.Transaction,
  request: ChangeRequest,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  if (!(await claim(trx, request))) return answerOf(trx, request);
  const answer = JSON.stringify((await work(trx)) ?? null);
  await trx('requests').where({ id: request.id }).update({ answer });
  return JSON.parse(answer) as T;
}

/** False when the id has been answered already. */
async function claim(trx: Knex.Transaction, request: ChangeRequest): Promise<boolean> {
  try {
    await trx('requests').insert({
      id: request.id,
      body_hash: request.bodyHash,
      received_at: toDb(request.receivedAt),
      answer: 'null',
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

async function answerOf<T>(trx: Knex.Transaction, request: ChangeRequest): Promise<T> {
  const remembered = await rememberedAnswer(trx, request.id);
  if (remembered === null) throw new Error(`request ${request.id} was forgotten while it was being repeated`);
  if (remembered.bodyHash !== request.bodyHash) throw new Refused(refuseState('request.key-reused'));
  return remembered.answer as T;
}
