import { copyRights } from '../../db/changes/save-rights.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { administering } from '../users/find.ts';
import { findRights } from './find.ts';
import { presentSaved } from './present.ts';
import { wishReasons } from './reasons.ts';
import { copyBody, rightsParams, rightsSaved } from './schemas.ts';

/** UM-17: the whole of what the grantor holds there, as it stands at that moment. */
export const copyOwnRights = operation({
  id: 'copyOwnRights',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/rights/{accountId}/{application}/copy',
  summary: 'Copy all my rights',
  description:
    'Gives the user everything you hold there at the moment of writing, on top of what he has. Rights of administration ' +
    'are left out unless you tick them.',
  tags: ['Rights'],
  caller: ['user'],
  right: 'user.administer',
  stepUp: true,
  params: rightsParams,
  body: copyBody,
  responses: { 200: { description: 'What changed.', schema: rightsSaved, versioned: true } },
  refusals: { ...wishReasons, 409: [...wishReasons[409], 'rights.nothing-to-copy'] },
  handle: async (call, deps) => {
    const { account, application } = await findRights(call, deps);
    const { accountId } = account;
    const asked = { ...administering(call, call.request), accountId, application: application.key };
    return copyRights(deps.knex, deps.registry)(asked, call.body.withAdministration);
  },
  answer: (saved) => ok(presentSaved(saved), { version: saved.version }),
});
