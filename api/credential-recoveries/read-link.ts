import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { readLink } from './by-link.ts';
import { linkBody, recoveryLink } from './schemas.ts';

/** What the page behind the link shows; it spends nothing (check 37). */
export const readRecoveryLink = operation({
  id: 'readRecoveryLink',
  method: 'post',
  path: '/v1/credential-recoveries/link',
  summary: 'See for whom a link is',
  description: 'The usernames for which the link sets a password. It still works afterwards.',
  tags: ['Credential recovery'],
  caller: 'anyone',
  right: 'public',
  body: linkBody,
  responses: { 200: { description: 'It works.', schema: recoveryLink } },
  refusals: { 409: ['link.unusable'], 429: ['request.too-many'] },
  idempotency: { none: 'it changes nothing; a token does not belong in an address.' },
  handle: (call, deps) => readLink(call, deps),
  answer: ({ logins, endsAt }) => ok({ usernames: logins.map(({ username }) => username), endsAt }),
});
