import { v7 as uuid } from 'uuid';
import { addPasskey as add } from '../../db/changes/second-factors.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import type { CreatedCredential } from '../../platform/second-factors.ts';
import { created } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf, newCodes } from './doing.ts';
import { addedFactor, passkeyBody } from './schemas.ts';

/** A passkey is added (check 33, 47). */
export const addPasskey = operation({
  id: 'addPasskey',
  method: 'post',
  path: '/v1/me/factors/passkeys',
  summary: 'Add a passkey',
  description:
    'What the browser made of the prepared question. From then on a log-in asks for a factor; links that are out and ' +
    'your other sessions are over. With your first factor you get ten recovery codes, shown only here.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  isFactorSetup: true,
  body: passkeyBody,
  responses: { 201: { description: 'It counts.', schema: addedFactor } },
  refusals: { 409: ['factor.too-many'], 422: ['factor.wrong'] },
  idempotency: { none: 'a remembered answer would have to hold the recovery codes; a challenge works once.' },
  handle: async (call, deps) => {
    const doing = doingOf(call);
    const { name, credential } = call.body;
    const made = await deps.secondFactors.passkeyCreated(credential as CreatedCredential);
    if (made === null) throw wrong();
    const { codes, codeHashes } = newCodes(deps, doing.userId);
    const challenge = { challenge: made.challenge, purpose: 'add' as const, givenTo: doing.userId };
    const id = uuid();
    try {
      const isFirst = await add(deps.knex)({ ...made, id, name, challenge, codeHashes }, doing);
      return { id, recoveryCodes: isFirst ? codes : null };
    } catch (error) {
      throw error instanceof Refused && error.refusal.kind === 'hidden' ? wrong() : error;
    }
  },
  answer: (added) => created(added, '/v1/me/factors'),
});

const wrong = () => new Refused(refuseValue('factor.wrong', { field: 'credential' }));
