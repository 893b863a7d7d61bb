/**
 * A letter on its way in: what the site says, its box, then the scan. Each step may refuse, and what is refused leaves
 * nothing behind (PP-06, WF-10).
 */
import type { ReceivedMailItem } from '../../db/changes/receive-mail-item.ts';
import { intakePostbox } from '../../db/queries/intake-postbox.ts';
import { intakeLimits } from '../../db/queries/intake-terms.ts';
import { ScratchError, withScratchFile } from '../../documents/scratch.ts';
import { checkReceivedAt } from '../../domain/intake.ts';
import { orThrow } from '../../domain/verdict.ts';
import { hashOf } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { readForm } from '../middleware/form.ts';
import type { Call, FormSpec } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { validated } from '../validation.ts';
import type { Letter } from './intake-schemas.ts';
import { letter as letterSchema } from './intake-schemas.ts';
import { keepScan } from './keep-scan.ts';

export const scanForm: FormSpec = {
  json: { name: 'metadata', schema: letterSchema },
  file: { name: 'scan', mediaType: 'application/pdf', description: 'The scan, a PDF.' },
};

type IntakeCall = Call<unknown, unknown, undefined>;

/** The item that the scan has become, or had become before. */
export async function takeIn(call: IntakeCall, deps: Deps): Promise<ReceivedMailItem> {
  const form = readForm(call.stream, call.header('Content-Type') ?? '', scanForm);
  const told = await form.json();
  const letter = validated(letterSchema, told, 'body');
  const { box, limits } = await placeFor(call, deps, letter);
  const inMemory = { dir: deps.intake.scratchDir, maxBytes: limits.maxBytes };
  const taken = withScratchFile(await form.file(), inMemory, async (file) => {
    await form.end();
    const request = call.requestOver(hashOf({ metadata: told, scanSha256: file.sha256 }));
    const arrival = { caller: call.caller, letter, box, limits, file, request };
    return call.once(() => keepScan(arrival, deps), request);
  });
  return taken.catch((error: unknown) => {
    throw isFull(error) ? new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '10' } }) : error;
  });
}

/** Asked before the scan is read, so that nothing is uploaded in vain. */
async function placeFor(call: IntakeCall, { knex, clock }: Deps, letter: Letter) {
  const { actor } = call.caller;
  const siteIds = actor.kind === 'site' ? actor.siteIds : [];
  const addresseeId = letter.addresseeId ?? null;
  const box = await intakePostbox(knex, { siteIds, postboxNumber: letter.postbox, addresseeId });
  call.allow('site', { siteId: box.siteId });
  orThrow(checkReceivedAt(letter.receivedAt, clock()));
  return { box, limits: await intakeLimits(knex, box.brandId, clock()) };
}

function isFull(error: unknown): boolean {
  return error instanceof ScratchError && error.reason === 'full';
}
