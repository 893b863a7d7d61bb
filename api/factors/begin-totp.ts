import { v7 as uuid } from 'uuid';
import { beginTotp as begin } from '../../db/changes/second-factors.ts';
import { personById } from '../../db/queries/person.ts';
import { created } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf } from './doing.ts';
import { totpContext } from './match.ts';
import { begunTotp, nameBody } from './schemas.ts';

/** An authenticator app is to be added (check 33, 47). */
export const beginTotp = operation({
  id: 'beginTotp',
  method: 'post',
  path: '/v1/me/factors/totp',
  summary: 'Add an authenticator app',
  description:
    'It counts once you have confirmed it with a code. Asking again replaces one that was never confirmed.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  isFactorSetup: true,
  body: nameBody,
  responses: { 201: { description: 'Put it into the app, then confirm.', schema: begunTotp } },
  refusals: { 409: ['factor.too-many'] },
  idempotency: { none: 'a remembered answer would have to hold the secret; asking again begins anew.' },
  handle: async (call, { knex, vault, secondFactors, config }) => {
    const doing = doingOf(call);
    const person = await personById(knex, doing.userId);
    const id = uuid();
    const { secret, uri } = secondFactors.newTotp(new URL(config.publicUrl).hostname, person?.username ?? '');
    const sealedSecret = vault.seal(secret, totpContext(id));
    await begin(knex)({ id, name: call.body.name, sealedSecret }, doing);
    return { id, secret, uri };
  },
  answer: (begun) => created(begun, '/v1/me/factors'),
});
