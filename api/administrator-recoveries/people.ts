import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { RecoveryParticulars } from '../../db/changes/command-administrator-recovery.ts';
import { recoveryById, recoveryOfCandidate } from '../../db/queries/administrator-recoveries.ts';
import { checkObject } from '../../domain/administrator-recovery.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { object } from '../../workflows/administrator-recovery/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { linkOf } from '../mailed-links.ts';
import { codeReasons, enterTypedCode, typedHashesOf } from './enter-code.ts';
import { codeBody, granted, objected, objectionBody } from './schemas.ts';

const tags = ['Administrator recovery'] as [string];

/** Whom it takes something from says no, without being able to log in. */
export const objectToAdministrator = operation({
  id: 'objectToAdministrator',
  method: 'post',
  path: '/v1/administrator-recoveries/objection',
  summary: 'Object to a recovery',
  description:
    'With the token of the link in the notice, once, while the days to object run. Opening the link alone changes nothing. ' +
    'Staff look into it; nobody becomes administrator and no factor is removed by this way.',
  tags,
  caller: 'anyone',
  right: 'public',
  body: objectionBody,
  responses: { 200: { description: 'It goes no further.', schema: objected } },
  refusals: { 409: ['link.unusable'], 429: ['request.too-many'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const { request, receivedAt } = call;
    const { link, tokenHash } = await linkOf(call, deps, 'recovery');
    const actor = { type: 'system', id: 'objection-link' } as const;
    await call.once(async () => {
      const found = await recoveryById(deps.knex, link.lifeId);
      orThrow(found === null ? linkDead : checkObject(found, receivedAt));
      await keepParticulars(deps.knex)(request, { tokenHash } satisfies RecoveryParticulars, receivedAt);
      return deps.lives.command({
        life: 'administrator-recovery',
        id: link.lifeId,
        update: object,
        check: (row) => checkObject(row, receivedAt),
        message: { recoveryId: link.lifeId, actor, request },
      });
    });
  },
  answer: () => ok({ objected: true }),
});

/** The new administrator types what the letter says. */
export const enterAdministratorCode = operation({
  id: 'enterAdministratorCode',
  method: 'post',
  path: '/v1/me/administrator-recovery',
  summary: 'Become administrator by the code of the letter',
  description:
    'Once the days to object are over. Ten wrong codes end the recovery; a slip of the hand that the check symbol shows ' +
    'does not count.',
  tags,
  caller: ['user'],
  right: 'self',
  body: codeBody,
  responses: { 200: { description: 'You are administrator.', schema: granted } },
  refusals: codeReasons,
  handle: async (call, deps) => {
    const { caller, body } = call;
    const typed = typedHashesOf(body.code, deps);
    const found = await recoveryOfCandidate(deps.knex, caller.id, 'administrator', typed);
    if (found === null) throw new Refused(hidden);
    const state = await enterTypedCode(call, deps, found, eventActorOf(caller), body.code);
    return { companyId: state.companyId };
  },
  answer: (company) => ok(company),
});
