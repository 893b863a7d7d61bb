import { createClientCode as create } from '../../db/changes/keep-client-codes.ts';
import { clientCodeById } from '../../db/queries/client-codes.ts';
import type { ReadClientCode } from '../../domain/client-code.ts';
import { checkClientCode, readClientCode } from '../../domain/client-code.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { ownIssuer } from '../issuers/own.ts';
import { operation } from '../operation.ts';
import { clientCodeBody, clientCodeShown } from './schemas.ts';

/** UP-04. */
export const createClientCode = operation({
  id: 'createClientCode',
  method: 'post',
  path: '/v1/client-codes',
  summary: 'Create a client code',
  description: 'For one customer. Many at once, or changes to known ones, come as a file.',
  tags: ['Client codes'],
  caller: ['issuer'],
  right: 'client-code.administer',
  body: clientCodeBody,
  responses: { 201: { description: 'It is there.', schema: clientCodeShown, versioned: true } },
  refusals: { 409: ['client-code.known'], 422: ['client-code.unknown-prefix'] },
  handle: async (call, deps) => {
    const issuer = await ownIssuer(call, deps);
    const { code, ...facts } = call.body;
    orThrow(checkClientCode(code, issuer.prefixes));
    const read = readClientCode(code, issuer.prefixes) as ReadClientCode;
    const actor = eventActorOf(call.caller);
    const id = await create(deps.knex)(issuer.id, { ...read, ...facts }, actor, call.request);
    const found = await clientCodeById(deps.knex, id);
    if (found === null) throw new Refused(hidden);
    return found;
  },
  answer: (found) => created(found, `/v1/client-codes/${found.id}`, { version: found.version }),
});
