import { createReadStream } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { applicant } from '../../db/changes/actors.ts';
import { OutcomeUnknown } from '../../db/changes/change.ts';
import type { KeptFor } from '../../db/changes/keep-identity-document.ts';
import { keepIdentityDocument } from '../../db/changes/keep-identity-document.ts';
import { identityCheckToStart } from '../../db/queries/identity-checks.ts';
import { checkIdentityDocument } from '../../documents/identity-document.ts';
import type { ScratchFile } from '../../documents/scratch.ts';
import { ScratchError, withScratchFile } from '../../documents/scratch.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { identityCommands, identityStage } from '../../domain/identity-check.ts';
import type { Registration } from '../../domain/registration.ts';
import { checkWithdraw } from '../../domain/registration-commands.ts';
import { orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { updates } from '../../workflows/identity-check/messages.ts';
import { hashOf } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import type { Call, RequestMark } from '../operation.ts';
import { operation } from '../operation.ts';
import { Away, HttpRefusal } from '../refusal.ts';
import { heldBy } from './holder.ts';
import { formKeyHeader, identityState, registrationParams } from './schemas.ts';

const maxBytes = 10_000_000;

/** Sealed before it touches a disk; gone right after the result (WF-19, SE-03; quality checks 67 and 68). */
export const sendIdentityDocument = operation({
  id: 'sendIdentityDocument',
  method: 'post',
  path: '/v1/registrations/{id}/identity-document',
  summary: 'Send a picture of your identity document',
  description:
    'Only where the brand asks for one. Its type is told by its content: a PDF of at most four pages, a JPEG or a PNG, ' +
    'and nothing else in the file. Staff look at it, then it is destroyed; no copy is kept.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  upload: {
    mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'],
    maxBytes,
    description: 'The picture.',
  },
  responses: { 201: { description: 'It is there to be looked at.', schema: identityState } },
  refusals: {
    409: [
      'registration.no-identity-document',
      'registration.approved',
      'registration.withdrawn',
      'registration.closed',
      'identity-check.document-there',
      'identity-check.over',
    ],
    422: ['identity-document.wrong-type', 'identity-document.damaged', 'identity-document.too-large'],
    503: ['request.busy', 'service.object-store-away', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    checkAsked((await heldBy(call, deps)).held.registration);
    return deps.intake.slots.within(() => taken(call, deps));
  },
  answer: (check, { params }) => ({
    status: 201,
    body: { state: identityStage(check), dueAt: check.dueAt },
    headers: { Location: `/v1/registrations/${params.id}` },
  }),
});

/** Asked before a byte is read: nothing of the kind is taken where nobody asked for it. */
function checkAsked(registration: Registration): void {
  orThrow(checkWithdraw(registration));
  if (!registration.terms.identityDocument)
    throw new Refused(refuseState('registration.no-identity-document'));
}

type UploadCall = Call<{ readonly id: string }, unknown, unknown>;

async function taken(call: UploadCall, deps: Deps): Promise<IdentityCheck> {
  const inMemory = { dir: deps.intake.scratchDir, maxBytes };
  const filed = withScratchFile(call.stream, inMemory, async (file) => {
    const request = call.requestOver(file.sha256);
    const kept = await call.once(() => keep(call, deps, file, request), request);
    return kept.isAwaited ? attach(deps, kept, request) : checkOf(deps, kept);
  });
  return filed.catch((error: unknown) => {
    const isFull = error instanceof ScratchError && error.reason === 'full';
    throw isFull ? new HttpRefusal(503, 'request.busy', { headers: { 'Retry-After': '10' } }) : error;
  });
}

/** Checked, sealed under keys of its own, filed; what is refused leaves nothing behind. */
async function keep(
  { params, receivedAt }: UploadCall,
  deps: Deps,
  file: ScratchFile,
  request: RequestMark,
): Promise<KeptFor> {
  const verdict = await checkIdentityDocument(file, deps.intake.qpdfPath);
  if (!verdict.ok) throw new Refused(refuseValue(verdict.reason));
  const id = uuid();
  const holderKey = deps.vault.newCompanyKey(id);
  const { dataKey, wrapped: wrappedKey } = deps.vault.newDataKey(holderKey, id, id);
  await seal(deps, id, dataKey, file);
  const { sha256, bytes } = file;
  const document = { id, mediaType: verdict.mediaType, sha256, bytes, holderKey, wrappedKey };
  try {
    return await keepIdentityDocument(deps.knex)(params.id, document, receivedAt, request);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) await deps.objectStore.remove(id).catch(() => undefined);
    throw error;
  }
}

async function seal({ sealedStore, log }: Deps, id: string, key: Buffer, file: ScratchFile): Promise<void> {
  try {
    await sealedStore.putSealed(id, key, createReadStream(file.path));
  } catch (error) {
    log.error({ err: error, documentId: id }, 'an identity document could not be stored');
    throw new Away('object-store');
  }
}

/** The check that asked for another picture takes it by a command of its own, under an id that follows from this one. */
function attach(
  { lives }: Deps,
  { checkId, documentId }: KeptFor,
  request: RequestMark,
): Promise<IdentityCheck> {
  return lives.command({
    life: 'identity-check',
    id: checkId,
    update: updates.takeDocument,
    check: identityCommands.takeDocument.check,
    message: {
      checkId,
      documentId,
      actor: applicant,
      request: { ...request, id: hashOf([request.id, 'take']) },
    },
  });
}

async function checkOf({ knex }: Deps, { checkId }: KeptFor): Promise<IdentityCheck> {
  const check = await identityCheckToStart(knex, checkId);
  if (check === null) throw new Error(`identity check ${checkId} was begun and is not there`);
  return check;
}
