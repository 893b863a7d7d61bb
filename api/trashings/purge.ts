import { offerPurge } from '../../db/changes/offer-purge.ts';
import type { TrashedScan } from '../../db/queries/trash.ts';
import { trashingById } from '../../db/queries/trash.ts';
import { checkConfirmation, confirmationEndsAt } from '../../domain/trashing.ts';
import { orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { confirmationEnd, confirmationToken } from './confirmation.ts';
import { presentOffer, presentTrashing } from './present.ts';
import { purgeBody, purgeOffered, trashing, trashingParams } from './schemas.ts';

/** Gone at once and for ever, asked for twice by the same person (decided.md, Trash). */
export const purgeTrashing = operation({
  id: 'purgeTrashing',
  method: 'post',
  path: '/v1/trashings/{id}/purge',
  summary: 'Delete a scan for ever, now',
  description:
    'The first call answers 202 with a token and changes nothing. The second, by the same user, with that token and ' +
    'another `Idempotency-Key`, destroys the key of the scan and then the scan; nothing brings it back. What remains ' +
    'is a record of the destruction.',
  tags: ['Trash'],
  caller: ['user'],
  right: 'document.purge',
  params: trashingParams,
  body: purgeBody,
  responses: {
    200: { description: 'It is being destroyed.', schema: trashing },
    202: { description: 'Confirm it.', schema: purgeOffered },
  },
  refusals: {
    409: ['trashing.confirmation-expired', 'trashing.on-hold', 'trashing.purged', 'trashing.restored'],
    422: ['trashing.confirmation-wrong'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const found = call.allow('document', await trashingById(deps.knex, call.params.id, call.receivedAt));
    const token = call.body.confirmationToken;
    return token === undefined ? offer(call, deps, found) : confirm(call, deps, found, token);
  },
  answer: ({ found, offered, purged }, { language, caller }, { vault }) => {
    if (purged !== null) return ok(presentTrashing(purged, found, purged.purgeAt, language));
    const { trashing: stay } = found;
    const token = confirmationToken(vault, { userId: caller.id, trashingId: stay.id }, offered);
    return { ...ok(presentOffer(stay, token, offered, language)), status: 202 };
  },
});

type PurgeCall = Call<{ readonly id: string }, unknown, unknown>;

async function offer({ request, receivedAt }: PurgeCall, { knex }: Deps, found: TrashedScan) {
  const end = confirmationEndsAt(receivedAt, found.confirmationMinutes);
  const { endsAt } = await offerPurge(knex)(found.trashing.id, end, request);
  return { found, offered: endsAt, purged: null };
}

async function confirm(call: PurgeCall, { vault, lives }: Deps, found: TrashedScan, token: string) {
  const { caller, request, receivedAt } = call;
  const trashingId = found.trashing.id;
  const purged = await call.once(() => {
    const endsAt = confirmationEnd(vault, { userId: caller.id, trashingId }, token);
    orThrow(checkConfirmation(endsAt, receivedAt));
    return lives.commandTrashing('purgeNow', { trashingId, actor: eventActorOf(caller), request });
  });
  return { found, offered: receivedAt, purged };
}
