import { z } from 'zod';
import { receiverIdOf, receptionById } from '../../db/queries/receptions.ts';
import type { ChannelConsent, ConsentCommandName } from '../../domain/channel-consent.ts';
import { consentCommands } from '../../domain/channel-consent.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { updates } from '../../workflows/channel-consent/messages.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { idParameter } from '../parameters.ts';

const params = z.strictObject({ id: idParameter('The reception.') });
const own = {
  tags: ['Receptions'] as [string],
  caller: ['user'] as ['user'],
  right: 'self' as const,
  params,
};

/** UP-17, UP-19. */
export const optOutOfReception = operation({
  ...own,
  id: 'optOutOfReception',
  method: 'post',
  path: '/v1/me/receptions/{id}/opt-out',
  summary: 'Go back to paper',
  description:
    'From the next document on; what you have received remains readable. You can come back with your latest code as long ' +
    'as it is valid, and after that with a new one.',
  responses: { 204: { description: 'On paper from the next document on.' } },
  refusals: { 409: ['reception.over', 'reception.paper-refused'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    await command(call, deps, await findOwn(call, deps), 'optOut');
  },
  answer: () => noContent(),
});

/** WF-32: the answer to the question that a series of bounces leads to. */
export const keepReception = operation({
  ...own,
  id: 'keepReception',
  method: 'post',
  path: '/v1/me/receptions/{id}/confirmation',
  summary: 'Go on receiving electronically',
  description:
    'Your mails arrive again: the answer to the question that came because several of them came back.',
  responses: { 204: { description: 'It stays electronic.' } },
  refusals: { 409: ['reception.over', 'reception.not-asked'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    await command(call, deps, await findOwn(call, deps), 'keep');
  },
  answer: () => noContent(),
});

/** UP-14, WF-32. */
export const reportReceptionBounce = operation({
  id: 'reportReceptionBounce',
  method: 'post',
  path: '/v1/receptions/{id}/bounces',
  summary: 'Report that a mail came back',
  description:
    'Three within 14 days, unless the policy says otherwise, and the customer is asked; without an answer he is back on ' +
    'paper after 14 more, where paper is allowed. The reception is found by its client code among the recipient accounts. Mails ' +
    'about new documents that our mail server is refused report themselves.',
  tags: ['Receptions'],
  caller: ['operator'],
  right: 'reception.report',
  params,
  responses: { 204: { description: 'Noted.' } },
  refusals: { 409: ['reception.over'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const found = await receptionById(deps.knex, call.params.id);
    call.allow('reception', found === null ? null : {});
    if (found === null) throw new Refused(hidden);
    await command(call, deps, found, 'reportBounce');
  },
  answer: () => noContent(),
});

type ReceptionCall = Call<{ readonly id: string }, unknown, unknown>;

/** Of an account that hangs on the caller; another's does not exist for him. */
async function findOwn({ params: { id }, caller }: ReceptionCall, { knex }: Deps): Promise<ChannelConsent> {
  const found = await receptionById(knex, id);
  if (found === null || (await receiverIdOf(knex, id)) !== caller.id) throw new Refused(hidden);
  return found;
}

async function command(
  call: ReceptionCall,
  deps: Deps,
  found: ChannelConsent,
  name: ConsentCommandName,
): Promise<void> {
  const { check } = consentCommands[name];
  await call.once(async () => {
    orThrow(check(found));
    return deps.lives.command({
      life: 'channel-consent',
      id: found.id,
      update: updates[name],
      check,
      message: { receptionId: found.id, actor: eventActorOf(call.caller), request: call.request },
    });
  });
}
