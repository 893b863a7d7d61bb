/**
 * What guessing at activation codes is worth (checks 31 and 41; quality, the arithmetic): computed from the rules in force, and
 * counted at a running API, which guesses of strangers from ever other places it looks at.
 */
import { budgets } from '../domain/budget.ts';
import { decidedDocumentPolicy } from '../domain/document-policy.ts';
import { printedCode, printedCodeBits, printedCodeBytes } from '../domain/printed-code.ts';
import type { Ground } from './bench.ts';
import { fromElsewhere } from './login-load.ts';
import type { Finding } from './report.ts';
import { number } from './report.ts';

const liveCodes = 1_000_000;
/** Of the ten a second that are looked at in a minute, and some more. */
const guesses = budgets.codeEntries.times + 100;
const atOnce = 8;

export async function guessing({ api }: Ground): Promise<Finding> {
  const answered = await guessedInAMinute(api);
  const { times, seconds } = budgets.codeEntries;
  const { validDays } = decidedDocumentPolicy.code;
  const aSecond = times / seconds;
  const tries = aSecond * validDays * 86_400;
  const hit = (liveCodes * tries) / 2 ** printedCodeBits;
  const { times: ofPlace, seconds: placeSeconds } = budgets.codeEntriesFromPlace;
  return {
    section: 'guessing',
    table: {
      head: ['what', 'how much'],
      rows: [
        ['random bits of a code', String(printedCodeBits)],
        ['codes alive', liveCodes.toLocaleString('en')],
        ['wrong entries from one place', `${String(ofPlace)} in ${String(placeSeconds / 60)} minutes`],
        ['wrong entries from everywhere', `${number(aSecond)} a second`],
        [`tries in ${String(validDays)} days`, tries.toExponential(1)],
        ['chance that any of them hits any code', hit.toExponential(1)],
        [
          `of ${String(guesses)} guesses from as many places: looked at`,
          String(answered.filter((status) => status === 422).length),
        ],
        ['put off', String(answered.filter((status) => status === 429).length)],
      ],
    },
    how: 'Computed from the rules in force; the last two lines are counted at a running API within a minute.',
  };
}

async function guessedInAMinute(api: string): Promise<readonly number[]> {
  // Begins with a minute of the budget, so that all fall into it.
  const minute = budgets.codeEntries.seconds * 1_000;
  await new Promise((go) => setTimeout(go, minute - (Date.now() % minute)));
  const answered: number[] = [];
  const guess = async () => {
    while (answered.length < guesses) {
      const code = printedCode(crypto.getRandomValues(new Uint8Array(printedCodeBytes)));
      answered.push(0);
      const place = answered.length - 1;
      const answer = await fetch(`${api}/v1/activation-codes/check`, {
        method: 'POST',
        headers: { ...fromElsewhere(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      answered[place] = answer.status;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, guess));
  return answered;
}
