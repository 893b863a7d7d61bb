/** Our side: a customer changes his mind over HTTP, each time with the version that the last answer named. */
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../domain/calendar.ts';
import type { DecisionRequest } from '../../domain/mail-item.ts';
import { ask } from '../http.ts';
import type { Command } from '../load.ts';
import { LivesInTurn } from '../lives-in-turn.ts';
import type { Letter } from '../world.ts';
import { now } from '../world.ts';

/** Both wishes are for a day three weeks ahead: nothing falls due while we measure. */
const wishDays = 21;

interface Decided {
  readonly letter: Letter;
  /** ETag of the last answer; a letter is published with version 1. */
  tag: string;
  isKept: boolean;
}

/** Decides about the letters in turn: keep, forward, keep … */
export function decisionsOver(api: string, letters: readonly Letter[]): Command {
  const lives = new LivesInTurn(letters.map((letter): Decided => ({ letter, tag: '"1"', isKept: false })));
  return () =>
    lives.with(async (life) => {
      life.tag = await decide(api, life);
      life.isKept = !life.isKept;
    });
}

/** A wish other than the last one. */
export function nextWish(isKept: boolean): DecisionRequest {
  const day = addDays(dayOf(now(), 'Europe/Brussels'), wishDays);
  return isKept ? { kind: 'forward-on-date', on: day, manner: 'standard' } : { kind: 'keep', until: day };
}

/** One decision; the ETag of the answer. */
async function decide(api: string, { letter, tag, isKept }: Decided): Promise<string> {
  const headers = {
    Authorization: `Bearer ${letter.token}`,
    'Idempotency-Key': randomUUID(),
    'If-Match': tag,
  };
  const { etag } = await ask(`${api}/v1/mail-items/${letter.id}/decision`, headers, nextWish(isKept));
  if (etag === undefined) throw new Error('an answer without a version');
  return etag;
}
