import { PlainError } from '../plain-error.mjs';

/**
 * Tries the ways to a part in their order; the first that finds it wins.
 * A way is `{ name, find }`: `find` gives what was found, or undefined, or throws with the reason why it cannot work.
 * When none works, one message names them all.
 */
export async function firstThatWorks(part, ways) {
  const reasons = [];
  for (const { name, find } of ways) {
    try {
      const found = await find();
      if (found !== undefined) return found;
      reasons.push(`${name} (not there)`);
    } catch (error) {
      // No disk space, or a lock nobody gives back: the next way would meet it too, and the sentence says what to do.
      if (error instanceof PlainError) throw error;
      reasons.push(`${name} (${lastLine(error.message)})`);
    }
  }
  throw new PlainError(
    `${part} could not be had in any of these ways:\n` +
      reasons.map((reason, index) => `  ${index + 1}. ${reason}`).join('\n') +
      '\nMake one of them work and run the command again; docker-compose.yml is a further way.',
  );
}

/** The line of a failed command's output that tells most. */
export function lastLine(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.includes('complete log'));
  return (
    lines.findLast((line) => /error|E:|cannot|unable|denied|not found|timeout/i.test(line)) ??
    lines.at(-1) ??
    'no output'
  );
}
