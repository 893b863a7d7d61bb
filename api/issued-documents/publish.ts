import { publishDocument as publish } from '../../db/changes/publish-documents.ts';
import { issuedDocumentById } from '../../db/queries/issued-documents.ts';
import { openCaseOf } from '../../db/queries/document-cases.ts';
import { caseStage } from '../../domain/document-case.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { groundOfCaller } from './find.ts';
import { presentDocument } from './present.ts';
import { issuedDocument } from './schemas.ts';
import {
  documentForm,
  holderOf,
  maxFormBytes,
  readDocumentForm,
  sealedAndRecorded,
  takeInRefusals,
} from './take-in.ts';

const curl = `curl https://mailroom.example/v1/issued-documents -H "Authorization: Bearer $ISSUER_TOKEN" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -F 'metadata={"data":{"number":"2027-000123","kind":"invoice","clientCode":"DL2 10001","issuedOn":"2027-02-02",
"totalCents":12100}};type=application/json' \\
  -F 'document=@invoice.pdf;type=application/pdf'`;

/** An issuer delivers an invoice or a credit note (WF-33). */
export const publishIssuedDocument = operation({
  id: 'publishIssuedDocument',
  method: 'post',
  path: '/v1/issued-documents',
  summary: 'Publish an invoice or a credit note',
  description:
    'Two parts, in this order: `metadata` (JSON) and `document`, a PDF whose data the metadata says, or UBL 2.1 (Peppol BIS ' +
    'Billing 3) that says it itself and may carry its PDF. The same document under the same number is no news (200); another one ' +
    'is refused, for a correction takes its place, and so is the same with another embargo, and any under the number of a document ' +
    'that was withdrawn: it comes back by its correction, which may be the same. A credit note may come before its invoice. What names a client code that is not ' +
    `yours is kept for our staff to look at. Whole runs are delivered by publication runs.\n\n\`\`\`sh\n${curl}\n\`\`\``,
  tags: ['Issued documents'],
  caller: ['issuer'],
  right: 'issued-document.publish',
  upload: {
    mediaTypes: ['multipart/form-data'],
    maxBytes: maxFormBytes,
    description: 'The document.',
    form: documentForm,
  },
  responses: {
    201: { description: 'It is published, waits for its day, or for our staff.', schema: issuedDocument },
    200: { description: 'It had been published before.', schema: issuedDocument },
  },
  refusals: {
    ...takeInRefusals,
    409: ['issued-document.number-taken', 'issued-document.withdrawn', 'issued-document.other-embargo'],
  },
  handle: async (call, deps) => {
    const ground = await groundOfCaller(call, deps);
    const { isNew, documentId } = await deps.intake.slots.within(async () => {
      const { document, request } = await readDocumentForm(call, ground);
      return call.once(async () => {
        const delivery = { ground, actor: eventActorOf(call.caller) };
        const known = await holderOf(document, ground, deps);
        if (known !== null) return publish(deps.knex, deps.clock)(known, delivery, request);
        return sealedAndRecorded(document, ground, deps, (prepared) =>
          publish(deps.knex, deps.clock)({ number: document.data.number, prepared }, delivery, request),
        );
      }, request);
    });
    return { isNew, shown: await shownDocument(documentId, deps) };
  },
  answer: ({ isNew, shown }, call) => {
    const body = presentDocument(shown.document, call, shown.waits);
    return isNew ? created(body, `/v1/issued-documents/${body.id}`) : ok(body);
  },
});

/** The document as its issuer sees it, with what it waits for. */
export async function shownDocument(id: string, { knex }: Deps) {
  const document = await issuedDocumentById(knex, id, null);
  if (document === null) throw new Error(`no issued document ${id}`);
  const open = await openCaseOf(knex, id);
  return { document, waits: open === null ? null : caseStage(open) };
}
