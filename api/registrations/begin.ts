import { beginRegistration as begin } from '../../db/changes/begin-registration.ts';
import { openFormByKey } from '../../db/queries/registration-forms.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import { keptAnswers } from '../../domain/registration-form.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';
import { operation } from '../operation.ts';
import { checkAddress, checkAnswers } from './answers.ts';
import type { Held } from './holder.ts';
import { heldBy, newHolderHash } from './holder.ts';
import { presentHeld } from './present.ts';
import { beginBody, formKeyHeader, heldRegistration } from './schemas.ts';

/** Somebody without a log-in files a web form (UM-03, UM-04, CS-05, CS-06). */
export const beginRegistration = operation({
  id: 'beginRegistration',
  method: 'post',
  path: '/v1/registrations',
  summary: 'Begin a registration',
  description:
    'Files the form as it stands, unfinished too, and sends a link to the mail address, good for 7 days. Nobody looks at it ' +
    'before it is handed in and the address confirmed; left alone for 30 days it is closed. Both numbers are policy. What is known of the company or ' +
    'of other registrations is never said here: such things go by mail to the address once it is confirmed. Sent again ' +
    'with the same `Registration-Key` it is the same registration, as it was begun.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  headers: formKeyHeader,
  body: beginBody,
  responses: { 201: { description: 'It is filed.', schema: heldRegistration } },
  refusals: { 422: ['registration.unknown-form'], 429: ['request.too-many'] },
  idempotency: { none: 'the form key names the registration: sent again it is the same one.' },
  handle: async (call, deps): Promise<Held> => {
    const holderHash = newHolderHash(call, deps);
    await deps.limits.spend('registrationsFromPlace', networkOf(call.clientAddress));
    const found = await openFormByKey(deps.knex, call.body.form);
    if (found === null) throw new Refused(refuseValue('registration.unknown-form', { field: 'form' }));
    const given: FormAnswers = call.body.answers;
    checkAnswers(found.form, given, false);
    checkAddress(given);
    const answers = keptAnswers(found.form, given);
    const { id: formId, brandId, brandKey } = found;
    const isMailed = await mayMail(deps, answers);
    const { language } = call.body;
    const begun = { formId, brandId, brandKey, holderHash, language, answers, isMailed };
    const id = await begin(deps.knex)(begun, call.receivedAt);
    return heldBy({ header: (name) => call.header(name), params: { id } }, deps);
  },
  answer: ({ held, identity }, { language }) =>
    created(presentHeld(held, identity, language), `/v1/registrations/${held.registration.id}`),
});

/** Strangers cannot fill somebody's mailbox (check 39); the answer is the same. */
export function mayMail({ limits }: Deps, { email }: FormAnswers): Promise<boolean> {
  return limits.trySpend('linkMailsToAddress', typeof email === 'string' ? email : '');
}
