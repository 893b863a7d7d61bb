// How the commands speak to the person at the terminal: plain lines, with the time since the command began.

const begun = Date.now();
const TICK_MS = 10_000;

/** One line with the seconds since the command began in front. */
export function say(text) {
  process.stdout.write(`${seconds(Date.now() - begun).padStart(8)}  ${text}\n`);
}

/** A line of its own, so that the parts of a long run can be told apart. */
export function heading(text) {
  process.stdout.write(`\n== ${text} ${'='.repeat(Math.max(3, 72 - text.length))}\n`);
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Carries out a step that may take long: a line every 10 s tells that it is still at work, a last one how long it took. */
export async function step(title, work) {
  const from = Date.now();
  const ticker = setInterval(
    () => say(`${title}: still at work after ${seconds(Date.now() - from)}`),
    TICK_MS,
  );
  try {
    const result = await work();
    say(`${title}: done in ${seconds(Date.now() - from)}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
