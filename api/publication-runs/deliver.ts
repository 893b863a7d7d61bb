import { DeliveryError } from '../../documents/read-delivery.ts';
import { checkRunOpen } from '../../domain/publication-run.ts';
import { orThrow } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { groundOfCaller } from '../issued-documents/find.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { findRun, runShown } from './find.ts';
import { publicationRun, runParams } from './schemas.ts';
import { takeDelivery } from './take-delivery.ts';

/** Fifty thousand documents of 400 kB. */
const maxBytes = 20_000_000_000;

const curl = `find 2027-02 -type f | LC_ALL=C sort | tar -cf - -T - \\
  | curl https://mailroom.example/v1/publication-runs/$RUN/documents -T - -X POST \\
  -H "Authorization: Bearer $ISSUER_TOKEN" -H 'Content-Type: application/x-tar'`;

/** A month's run in one stream (WF-33). */
export const deliverDocuments = operation({
  id: 'deliverDocuments',
  method: 'post',
  path: '/v1/publication-runs/{id}/documents',
  summary: 'Hand in documents of a run',
  description:
    'A tar archive as it is written: for each document its files one behind the other under one name, `<name>.json` (as the ' +
    '`metadata` of a single document) with `<name>.pdf`, or `<name>.xml` (UBL), which a JSON may give an embargo. Documents are ' +
    'published while the stream runs. Cut off, send it again: what was taken in is passed over by name and content. What is refused ' +
    `stops nobody else; the rows tell.\n\n\`\`\`sh\n${curl}\n\`\`\``,
  tags: ['Publication runs'],
  caller: ['issuer'],
  right: 'issued-document.publish',
  idempotency: {
    none: 'a document is known by its number and its row by its name: sent again it is no news.',
  },
  params: runParams,
  upload: { mediaTypes: ['application/x-tar'], maxBytes, description: 'The documents.' },
  responses: {
    200: {
      description: 'All of the stream was read; the counts are those of the run.',
      schema: publicationRun,
    },
  },
  refusals: {
    400: ['delivery.malformed'],
    409: ['publication-run.over'],
    503: ['request.busy', 'service.object-store-away'],
  },
  handle: async (call, deps) => {
    const run = await findRun(call, deps);
    orThrow(checkRunOpen(run, call.receivedAt));
    const ground = await groundOfCaller(call, deps);
    try {
      await deps.intake.slots.within(() => takeDelivery(call, run, ground, deps));
    } catch (error) {
      throw error instanceof DeliveryError ? new HttpRefusal(400, 'delivery.malformed') : error;
    }
    return runShown(deps.knex, await findRun(call, deps));
  },
  answer: (shown) => ok(shown),
});
