/** The people of Bakkerij Peeters and Atelier Dumont as tests of users need them: asking, inviting, accepting. */
import { randomUUID } from 'node:crypto';
import { tokenToSend } from '../../../db/changes/one-time-links.ts';
import { linkTokens } from '../../../platform/vault.ts';
import { aKey } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';

export type Headers = Record<string, string>;

export const goodPassword = 'seven sleepy herons by the canal';

export function peopleOf(world: World) {
  const { knex, http, deps } = world;
  const companyId = async (name: string): Promise<string> =>
    (await knex('companies').where({ name }).first<{ id: string }>('id')).id;

  const send = (method: 'post' | 'put' | 'patch' | 'delete', path: string, as: Headers, body?: object) => {
    const request = http[method](path).set({ ...as, ...aKey() });
    return body === undefined ? request : request.send(body);
  };

  /** A body of a new user; the username is new each time. */
  const newUser = (facts: object = {}) => {
    const username = `user-${randomUUID().slice(0, 13)}`;
    return {
      username,
      email: `${username}@bakery.example`,
      firstName: 'Nele',
      lastName: 'Janssens',
      language: 'nl',
      profile: 'user',
      ...facts,
    };
  };

  const create = async (facts: object = {}, as?: Headers) => {
    const body = newUser(facts);
    const path = `/v1/companies/${await companyId('Bakkerij Peeters')}/users`;
    const answer = await send('post', path, as ?? (await world.as('an.peeters')), body);
    return { answer, username: body.username, email: body.email, id: answer.body.id as string };
  };

  const linksOf = (userId: string): Promise<{ id: string; used_at: Date | null; killed_at: Date | null }[]> =>
    knex('one_time_links').where({ user_id: userId, purpose: 'invitation' }).orderBy('id');

  /** The token in the latest invitation mail, as the mail itself would carry it. */
  const tokenOf = async (userId: string): Promise<string> => {
    const link = (await linksOf(userId)).at(-1);
    const token = link && (await tokenToSend(knex)(link.id, linkTokens(deps.vault)(link.id), deps.clock()));
    if (!token) throw new Error(`no live link of ${userId}`);
    return token;
  };

  const accept = (token: string, password = goodPassword, key: Headers = aKey()) =>
    http.post('/v1/invitations/acceptance').set(key).send({ token, password });

  const logIn = (username: string, password = goodPassword) =>
    http.post('/v1/sessions').send({ username, password, mode: 'bearer' });

  return {
    companyId,
    send,
    newUser,
    create,
    linksOf,
    tokenOf,
    accept,
    logIn,
    /** A user who has accepted and never logged in. */
    accepted: async (facts: object = {}) => {
      const user = await create(facts);
      const { status, text } = await accept(await tokenOf(user.id));
      if (status !== 200) throw new Error(text);
      return user;
    },
    path: async (userId: string, more = '', company = 'Bakkerij Peeters') =>
      `/v1/companies/${await companyId(company)}/users/${userId}${more}`,
    /** Makes a member of another company of him too, straight in the tables. */
    joinElsewhere: async (userId: string, company = 'Atelier Dumont') =>
      knex('memberships').insert({
        id: randomUUID(),
        user_id: userId,
        company_id: await companyId(company),
        profile: 'user',
        accepted_at: new Date(deps.clock()),
      }),
    events: (subjectId: string): Promise<readonly string[]> =>
      knex('events').where({ subject_id: subjectId }).orderBy('seq').pluck('kind'),
  };
}
