/** The letter with a code says what the customer chose on the issuer's form, where that is known (UP-12). */
import { expect, test } from '@jest/globals';
import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from 'pdf-lib';
import { composeCodeLetters } from '../../documents/code-letters.ts';
import { codeLetterText } from '../../texts/code-letter.ts';
import { languages } from '../../texts/languages.ts';

const facts = {
  issuerName: 'A lessor',
  brandName: 'A brand',
  clientCode: 'DL210001',
  contactEmail: 'a@lessor.example',
  weeks: 15,
  page: 'https://portal.example/links/activation',
};
const textOf = (formChannel: string | null) => codeLetterText({ ...facts, formChannel }, 'en');

/** Lines of text on the only page. */
async function linesOn(formChannel: string | null): Promise<number> {
  const pdf = await composeCodeLetters([
    {
      ...{ sender: 'A lessor', address: ['A customer'], code: 'AAAA AAAA', clientCode: 'DL210001' },
      ...{ link: 'https://portal.example/links/activation#AAAA', text: textOf(formChannel) },
    },
  ]);
  const page = (await PDFDocument.load(pdf)).getPage(0);
  const contents = page.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const text = parts
    .map((part) => page.doc.context.lookup(part))
    .filter((part) => part instanceof PDFRawStream)
    .map((part) => Buffer.from(decodePDFRawStream(part).decode()).toString('latin1'));
  return text.join('\n').match(/\bTj\b/g)?.length ?? 0;
}

test('[UP-12] what he chose is said, with how it can be chosen anew', async () => {
  expect(textOf('on paper').chosen).toBe(
    'On the e-invoicing form you chose: on paper; if that is not right, ask for the form again.',
  );
  for (const language of languages)
    expect(codeLetterText({ ...facts, formChannel: 'Peppol' }, language).chosen).toContain('Peppol');
  expect(await linesOn('on paper')).toBeGreaterThan(await linesOn(null));
});

test('where nothing is known of a choice nothing is said of one', () => {
  expect(textOf(null).chosen).toBe('');
});
