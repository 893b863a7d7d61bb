/** A command on a request for rights: blocks and words are kept beside it, the life gets ids only. */
import type { RequestParticulars } from '../../db/changes/command-rights-request.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { RightsRequestCommandName } from '../../domain/rights-request.ts';
import { rightsRequestCommands } from '../../domain/rights-request.ts';
import type { RightsRequestMessage, RightsRequestState } from '../../workflows/rights-request/messages.ts';
import { updates } from '../../workflows/rights-request/messages.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { RequestCall } from './find.ts';

/** The request after the command; refuses what the command refuses. */
export function commandRequest(
  call: RequestCall,
  { knex, lives }: Deps,
  name: RightsRequestCommandName,
  words: RequestParticulars = {},
): Promise<RightsRequestState> {
  const { params, caller, request, receivedAt } = call;
  const actor = eventActorOf(caller);
  const message: RightsRequestMessage = { requestId: params.id, actor, request };
  return call.once(async () => {
    await keepParticulars(knex)(request, words, receivedAt);
    return lives.command({
      life: 'rights-request',
      id: params.id,
      update: updates[name],
      check: (row) => rightsRequestCommands[name](row, actor),
      message,
    });
  });
}
