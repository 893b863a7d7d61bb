import { giveChallenge } from '../../db/changes/spend-factor.ts';
import { personById } from '../../db/queries/person.ts';
import { credentialIdsOf } from '../../db/queries/second-factors.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf } from './doing.ts';
import { passkeyOptions } from './schemas.ts';

/** What the browser asks of a new passkey (check 33). */
export const offerPasskey = operation({
  id: 'offerPasskey',
  method: 'post',
  path: '/v1/me/factors/passkey-options',
  summary: 'Prepare a passkey',
  description:
    'What `navigator.credentials.create()` is to be asked; the challenge is good once, for 5 minutes.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  isFactorSetup: true,
  responses: { 200: { description: 'Ask this.', schema: passkeyOptions } },
  refusals: {},
  idempotency: { none: 'each asking gives a challenge of its own.' },
  handle: async (call, { knex, secondFactors }) => {
    const { userId, at } = doingOf(call);
    const person = await personById(knex, userId);
    const asked = await secondFactors.passkeyToCreate({
      id: userId,
      username: person?.username ?? '',
      name: person?.name ?? '',
      known: await credentialIdsOf(knex, userId),
    });
    await giveChallenge(knex)({ challenge: asked.challenge, purpose: 'add', givenTo: userId }, at);
    return asked.publicKey;
  },
  answer: (publicKey) => ok({ publicKey }),
});
