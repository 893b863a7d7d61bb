import { askRecovery } from '../../db/changes/ask-recovery.ts';
import { recoveryAskedText } from '../../texts/recovery-asked.ts';
import { networkOf } from '../limits.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { recoveryAsked, recoveryBody } from './schemas.ts';

/** UM-23. Checks 34 and 39: nobody is looked up before the answer, and asking changes nothing about anybody. */
export const askCredentialRecovery = operation({
  id: 'askCredentialRecovery',
  method: 'post',
  path: '/v1/credential-recoveries',
  summary: 'Say that you lost your username or password',
  description:
    'Whoever is meant, the answer and its time are the same. If we know the name, a mail goes to its mailbox with every ' +
    'username of that mailbox and a link for 30 minutes; where self-service is not allowed, an administrator or staff ' +
    'are asked instead. Nothing about the account changes by asking.',
  tags: ['Credential recovery'],
  caller: 'anyone',
  right: 'public',
  body: recoveryBody,
  responses: { 202: { description: 'What is said to everybody.', schema: recoveryAsked } },
  refusals: { 429: ['request.too-many'] },
  idempotency: { none: 'asking twice is asking; a mailbox is not written to twice within a minute.' },
  handle: async ({ body, clientAddress, receivedAt }, { knex, limits }) => {
    await limits.spend('linkMailsFromPlace', networkOf(clientAddress));
    await askRecovery(knex)(body.identifier, receivedAt);
  },
  answer: (_nothing, { language }) => ({ ...ok({ text: recoveryAskedText(language) }), status: 202 }),
});
