import { saveRights as save } from '../../db/changes/save-rights.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { administering } from '../users/find.ts';
import { findRights } from './find.ts';
import { presentSaved } from './present.ts';
import { wishReasons } from './reasons.ts';
import { rightsBody, rightsParams, rightsSaved } from './schemas.ts';

/** UM-18: nothing before it, everything or nothing after it. */
export const saveRights = operation({
  id: 'saveRights',
  method: 'put',
  path: '/v1/companies/{id}/users/{userId}/rights/{accountId}/{application}',
  summary: 'Save what a user holds in an application',
  description:
    'One act: what is added must be yours to give at this moment, what is left out is taken away, and either all of it ' +
    'happens or nothing. The answer shows what changed. Another profile takes away what it has no place for, and says so.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  ifMatch: true,
  params: rightsParams,
  body: rightsBody,
  responses: { 200: { description: 'What changed.', schema: rightsSaved, versioned: true } },
  refusals: wishReasons,
  handle: async (call, deps) => {
    const { account, application } = await findRights(call, deps);
    const { profile = null, rights } = call.body;
    const asked = { ...administering(call), accountId: account.accountId, application: application.key };
    return save(deps.knex, deps.registry)(asked, { profile, rights }, call.version);
  },
  answer: (saved) => ok(presentSaved(saved), { version: saved.version }),
});
