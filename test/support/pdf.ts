/** A real PDF for tests. */
import { composeLetter } from '../../documents/compose-pdf.ts';

/** What fits on one page of a composed letter. */
const linesPerPage = 43;

/** So many pages full of text; another text is another file. */
export async function letterPdf(text = 'A letter', pages = 1): Promise<Buffer> {
  const lines = Array.from({ length: pages * linesPerPage }, (_, index) => `${text}, line ${index + 1}`);
  return Buffer.from(await composeLetter({ lines }));
}
