import { pinnedPolicy } from '../../db/queries/intake-terms.ts';
import { created, ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentStatus } from './present.ts';
import { mailItemStatus } from './schemas.ts';
import { scanForm, takeIn } from './take-in.ts';

/** No policy asks for more; what a brand allows is told by its policy and refused with `scan.too-large`. */
const maxBytes = 64_000_000;

const curl = `curl https://mailroom.example/v1/mail-items -H "Authorization: Bearer $SITE_TOKEN" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -F 'metadata={"siteReference":"GNT-2027-000123","postbox":"BE 1001","receivedAt":"2027-02-02T09:00:00Z",
"weightGrams":20,"format":"letter"};type=application/json' \\
  -F 'scan=@letter.pdf;type=application/pdf'`;

/** A site hands in a letter: from here on it has a life (PP-06, WF-10). */
export const receiveMailItem = operation({
  id: 'receiveMailItem',
  method: 'post',
  path: '/v1/mail-items',
  summary: 'Hand in a letter',
  description:
    'Two parts, in this order: `metadata` (JSON, what the site knows) and `scan` (the PDF). The box is looked up ' +
    'before the scan is read. The scan is checked by content and structure, sealed, and filed; from its commit on the ' +
    'days of the policy count. The same reference with the same scan is the same letter (200); with another scan it ' +
    `is refused.\n\n\`\`\`sh\n${curl}\n\`\`\``,
  tags: ['Mail items'],
  caller: ['site'],
  right: 'mail-item.receive',
  upload: {
    mediaTypes: ['multipart/form-data'],
    maxBytes,
    description: 'The letter and its scan.',
    form: scanForm,
  },
  responses: {
    201: {
      description: 'It is filed; the plan says what happens next.',
      schema: mailItemStatus,
      versioned: true,
    },
    200: { description: 'It had been handed in before.', schema: mailItemStatus, versioned: true },
  },
  refusals: {
    400: ['request.malformed-form', 'request.malformed-json', 'request.too-deep'],
    409: ['intake.closed-postbox', 'intake.reference-taken'],
    422: [
      'request.form-order',
      'intake.unknown-postbox',
      'intake.unknown-addressee',
      'intake.future-date',
      'scan.too-large',
      'scan.not-a-pdf',
      'scan.encrypted',
      'scan.no-pages',
      'scan.damaged',
      'scan.too-many-pages',
      'scan.check-timed-out',
      'scan.too-costly',
    ],
    503: ['request.busy', 'service.object-store-away'],
  },
  handle: async (call, deps) => {
    const { isNew, state } = await deps.intake.slots.within(() => takeIn(call, deps));
    return { isNew, item: { ...state, policy: await pinnedPolicy(deps.knex, state.id) } };
  },
  answer: ({ isNew, item }, { language }) => {
    const { id, version } = item;
    const shown = presentStatus(item, language);
    return isNew ? created(shown, `/v1/mail-items/${id}`, { version }) : ok(shown, { version });
  },
});
