import type { PersonChanges } from '../../db/changes/change-user.ts';
import { changeUser as change } from '../../db/changes/change-user.ts';
import type { CompanyUser } from '../../db/queries/company-users.ts';
import { operation } from '../operation.ts';
import { administering, answerUser, findUser } from './find.ts';
import { userChangeBody, userDetails, userParams } from './schemas.ts';

/** UM-12, Edit: who belongs to this company alone is its administrators’ to change. */
export const changeUser = operation({
  id: 'changeUser',
  method: 'patch',
  path: '/v1/companies/{id}/users/{userId}',
  summary: 'Change the data of a user',
  description:
    'What is left out stays as it is, but a username in the form of an address follows a new address. A new username or ' +
    'address kills every link under way to the user; who has not accepted his invitation yet gets a new one at the ' +
    'address that holds from now on. Who belongs to another company too, or receives or reads documents in an account, ' +
    'changes his data himself.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: userParams,
  body: userChangeBody,
  ifMatch: true,
  responses: { 200: { description: 'The user as he stands now.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: ['user.in-other-companies', 'user.version-stale', 'user.username-taken'],
    422: ['user.username-is-address'],
    429: ['request.too-many'],
  },
  handle: async (call, deps) => {
    const { user } = await findUser(call, deps);
    const invited = invitedAnew(user, call.body);
    if (invited !== null) await deps.limits.spend('linkMailsToAddress', invited);
    await change(deps.knex)(administering(call), call.body, call.version);
    return findUser(call, deps);
  },
  answer: answerUser,
});

/** The address to which the change sends a new invitation; null when it sends none. */
function invitedAnew(
  user: CompanyUser,
  { username = user.username, email = user.email }: PersonChanges,
): string | null {
  const isOther = username !== user.username || email !== user.email;
  return user.acceptedAt === null && isOther ? email : null;
}
