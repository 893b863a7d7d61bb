import { askForRights } from '../../db/changes/ask-for-rights.ts';
import { rightsRequestCase } from '../../db/queries/rights-requests.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { created, ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { wishReasons } from '../rights/reasons.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentRequest } from './present.ts';
import { rightsRequest, rightsRequestBody } from './schemas.ts';

/** An option that is greyed for me: may I have it (UM-15)? */
export const createRightsRequest = operation({
  id: 'createRightsRequest',
  method: 'post',
  path: '/v1/companies/{id}/rights-requests',
  summary: 'Ask for rights',
  description:
    'For yourself, on an account of your company. Your administrators have 14 days to answer, then it lapses; what none of them ' +
    'holds goes to the operator, who answers within 8 opening hours. Both numbers are policy; `dueAt` is the instant. What the profile has no place for is rejected at once, with the cells of the matrix. ' +
    'The same again, while it is open, is the same request.',
  tags: ['Rights requests'],
  caller: ['user'],
  right: 'company.read',
  params: companyParams,
  body: rightsRequestBody,
  responses: {
    200: { description: 'You have asked for exactly this already.', schema: rightsRequest },
    201: { description: 'It is asked for, or rejected at once.', schema: rightsRequest },
  },
  refusals: {
    409: [
      'rights-request.held',
      'rights-request.yours-to-give',
      'rights-request.profile-set',
      'rights-request.account-of-client',
    ],
    422: [
      ...wishReasons[422],
      'rights-request.nothing-asked',
      'rights.value-not-of-account',
      'rights.value-of-other-kind',
    ],
  },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { reason = null, ...body } = call.body;
    const asked = { ...body, reason, companyId, userId: call.caller.id };
    const { id, isNew } = await askForRights(deps.knex, deps.registry)(asked, call.receivedAt, call.request);
    const found = await rightsRequestCase(deps.knex, id);
    if (found === null) throw new Refused(hidden);
    return { found, isNew };
  },
  answer: ({ found, isNew }, { receivedAt, language }, { registry }) => {
    const shown = presentRequest(found, registry, receivedAt, language);
    return isNew ? created(shown, `/v1/rights-requests/${shown.id}`) : ok(shown);
  },
});
