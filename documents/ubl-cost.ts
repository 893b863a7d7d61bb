/**
 * What reading a UBL document costs, before it is read: it is read in the process that serves everybody. Its lines are most of it,
 * and nothing is read from them.
 */

/** Tags of all, half a million elements: some ten thousand lines. */
const mostTags = 1_000_000;
/** Tags that stand in no line: a hundred times what an invoice has. */
const mostOutside = 20_000;

const tag = /<(?:(\/?)(?:[\w.-]+:)?(?:InvoiceLine|CreditNoteLine)(?![\w.-])(\s*\/)?)?/g;

/** Whether it has more elements than are read. */
export function isTooCostly(text: string): boolean {
  return hasMore(text, mostTags) || tagsOutside(text) > mostOutside;
}

function hasMore(text: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1 && count <= most; at = text.indexOf('<', at + 1)) count += 1;
  return count > most;
}

function tagsOutside(text: string): number {
  let count = 0;
  let isInLine = false;
  for (const [, close, empty] of text.matchAll(tag)) {
    if (close !== undefined) isInLine = close === '' && empty === undefined;
    else if (!isInLine) count += 1;
  }
  return count;
}

/** The lines as the document names them: the reader passes them over. */
export function lineNames(text: string): readonly string[] {
  const found = /<((?:[\w.-]+:)?(?:InvoiceLine|CreditNoteLine))[\s/>]/.exec(text)?.[1];
  return found === undefined ? [] : [`*.${found}`];
}
