import { Readable } from 'node:stream';
import type { SealedLetters } from '../../db/changes/view-code-letters.ts';
import { viewCodeLetters } from '../../db/changes/view-code-letters.ts';
import type { SealedLetter } from '../../db/queries/code-letters.ts';
import type { CodeLetter } from '../../documents/code-letters.ts';
import { composeCodeLetters } from '../../documents/code-letters.ts';
import { codeLetterText } from '../../texts/code-letter.ts';
import { isLanguage } from '../../texts/languages.ts';
import { streamed } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../documents/disposition.ts';
import { operation } from '../operation.ts';
import { findBatch } from './find.ts';
import { batchParams, lettersQuery } from './schemas.ts';

/** UP-04, UP-12: to be printed; who reads them is told in the event log. */
export const readCodeLetters = operation({
  id: 'readCodeLetters',
  method: 'get',
  path: '/v1/code-batches/{id}/letters',
  summary: 'The letters to print',
  description:
    'One PDF, a page a customer in his language, in the order of the file: code, QR code, client code and what to do. ' +
    'Codes that were revoked or superseded since are left out. Possible until the printing is confirmed, or the key ends.',
  tags: ['Activation codes'],
  caller: ['issuer'],
  right: 'activation-code.administer',
  params: batchParams,
  query: lettersQuery,
  responses: { 200: { description: 'The letters.', mediaType: 'application/pdf' } },
  refusals: { 409: ['code-batch.key-destroyed', 'code-batch.unfinished'] },
  handle: async (call, deps) => {
    const { batch, reference } = await findBatch(call, deps);
    const view = viewCodeLetters(deps.knex);
    const { letters, ...sealed } = await view(batch.id, eventActorOf(call.caller), call.receivedAt);
    const { from = 1, count = 1_000 } = call.query;
    const asked = letters.slice(from - 1, from - 1 + count);
    const pdf = await composeCodeLetters(asked.map((each) => letterOf(each, batch.id, sealed, deps)));
    return { pdf, reference };
  },
  answer: ({ pdf, reference }) =>
    streamed(200, Readable.from([Buffer.from(pdf)]), {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.length),
      'Content-Disposition': attachment(`codes-${reference}.pdf`),
    }),
});

function letterOf(
  letter: SealedLetter,
  batchId: string,
  { wrappedKey, validDays }: Pick<SealedLetters, 'wrappedKey' | 'validDays'>,
  { vault, config }: Deps,
): CodeLetter {
  const { codeId, sealedCode, clientCode, companyName, issuerName, brandName, contactEmail, formChannel } =
    letter;
  const language = isLanguage(letter.language) ? letter.language : 'en';
  const code = vault.openUnder(wrappedKey, batchId, sealedCode, ['activation-code', codeId]);
  const page = `${config.publicUrl}/links/activation`;
  const weeks = Math.floor(validDays / 7);
  const facts = { issuerName, brandName, clientCode, contactEmail, formChannel, weeks, page };
  return {
    sender: issuerName,
    address: addressOf(letter, companyName),
    code,
    clientCode,
    // Behind the `#` no server and no log gets to see it.
    link: `${page}?lang=${language}#${code}`,
    text: codeLetterText(facts, language),
  };
}

function addressOf({ street, postalCode, city, country, brandCountry }: SealedLetter, name: string) {
  const place = [postalCode, city].filter((part) => part !== null).join(' ');
  const abroad = country === null || country === brandCountry ? '' : country;
  return [name, street ?? '', place, abroad].filter((each) => each !== '');
}
