import { confirmTotp as confirm } from '../../db/changes/second-factors.ts';
import { totpsOf } from '../../db/queries/second-factors.ts';
import { hidden, Refused, refuseValue } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf, newCodes } from './doing.ts';
import { matchTotp } from './match.ts';
import { addedFactor, codeBody, factorParams } from './schemas.ts';

/** A code shows that the app works (check 33). */
export const confirmTotp = operation({
  id: 'confirmTotp',
  method: 'post',
  path: '/v1/me/factors/{id}/confirmation',
  summary: 'Confirm an authenticator app',
  description:
    'With the code it shows now. From then on a log-in asks for it; links that are out and your other sessions are ' +
    'over. With your first factor you get ten recovery codes, shown only here.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  isFactorSetup: true,
  params: factorParams,
  body: codeBody,
  responses: { 200: { description: 'It counts.', schema: addedFactor } },
  refusals: { 422: ['factor.wrong'], 429: ['request.too-many'] },
  idempotency: {
    none: 'a remembered answer would have to hold the recovery codes; a confirmed one is refused.',
  },
  handle: async (call, deps) => {
    const doing = doingOf(call);
    const { id } = call.params;
    await deps.limits.spend('factorGuessesOfUser', doing.userId);
    const begun = await totpsOf(deps.knex, doing.userId, id);
    if (begun.length === 0) throw new Refused(hidden);
    const match = matchTotp(deps, begun, call.body.code, doing.at);
    if (match === null) throw new Refused(refuseValue('factor.wrong', { field: 'code' }));
    const { codes, codeHashes } = newCodes(deps, doing.userId);
    const isFirst = await confirm(deps.knex)({ id, step: match.step, codeHashes }, doing);
    return { id, recoveryCodes: isFirst ? codes : null };
  },
  answer: (added) => ok(added),
});
