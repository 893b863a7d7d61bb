import { applicant } from '../../db/changes/actors.ts';
import { recoveryOfRegistration } from '../../db/queries/administrator-recovery-list.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { codeReasons, enterTypedCode } from '../administrator-recoveries/enter-code.ts';
import { codeBody } from '../administrator-recoveries/schemas.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { heldBy } from './holder.ts';
import { appointed, formKeyHeader, registrationParams } from './schemas.ts';

/** A company that nobody administers any more: the applicant types what the letter says (decided.md, People). */
export const enterApplicantCode = operation({
  id: 'enterApplicantCode',
  method: 'post',
  path: '/v1/registrations/{id}/administrator-code',
  summary: 'Enter the code of the letter with your registration',
  description:
    'For the applicant of a company that nobody administers, once two of the staff have agreed and the days to object are ' +
    'over. He becomes its administrator and is invited by mail to choose a password. Ten wrong codes end it.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  body: codeBody,
  responses: { 200: { description: 'An invitation is on its way.', schema: appointed } },
  refusals: codeReasons,
  handle: async (call, deps) => {
    const { held } = await heldBy(call, deps);
    const found = await recoveryOfRegistration(deps.knex, held.registration.id);
    if (found === null) throw new Refused(hidden);
    await enterTypedCode(call, deps, found, applicant, call.body.code);
  },
  answer: () => ok({ appointed: true }),
});
