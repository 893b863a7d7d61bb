/** A failure the reader can act upon: its message is shown as it is, without a stack. */
export class PlainError extends Error {}

/** What to print for any failure: the sentence alone when it is one of ours, everything otherwise. */
export function describe(error) {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
