/** People of the demo's brand that asks for places, at addresses of their own. */
import { randomUUID } from 'node:crypto';
import { linkTokens } from '../../../platform/vault.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { until } from '../../support/wait.ts';

/** Loopback is a proxy of ours here: `X-Forwarded-For` says where a request comes from. */
export const openPlaces = () =>
  createLivingWorld({
    config: { env: 'test', publicUrl: 'https://mailroom.example', trustedProxies: ['127.0.0.1', '::1'] },
  });

export interface LogInTry {
  readonly username: string;
  readonly from: string;
  readonly password?: string;
  readonly mode?: 'bearer' | 'cookie';
  readonly browser?: string;
}

export function peopleOf(world: LivingWorld) {
  const passwordOf = (username: string) =>
    world.access.logins.find((login) => login.username === username)?.password ?? 'nobody’s';
  const logIn = ({ username, from, password = passwordOf(username), mode = 'bearer', browser }: LogInTry) =>
    world.http
      .post('/v1/sessions')
      .set('X-Forwarded-For', from)
      .set(browser === undefined ? {} : { Cookie: `__Host-mailroom-browser=${browser}` })
      .send({ username, password, mode });
  return {
    passwordOf,
    logIn,
    /** Has logged in before, from the demo's own machine. */
    known: async (username: string) => {
      const answer = await logIn({ username, from: '127.0.0.1' });
      if (answer.status !== 201) throw new Error(answer.text);
      await world.knex('rate_limits').delete();
    },
    /** The token of the newest mail to that person about a place, once it has gone. */
    mailedToken: async (username: string): Promise<string> => {
      await world.wakeAll();
      const sent: string[] = [];
      await until('the mail has gone', async () => {
        const link = await world
          .knex('one_time_links')
          .where({ purpose: 'place', user_id: await world.userId(username) })
          .orderBy('id', 'desc')
          .first<{ id: string; token_hash: string | null } | undefined>('id', 'token_hash');
        if (link?.token_hash) sent.push(...linkTokens(world.deps.vault)(link.id));
        return sent.length > 0;
      });
      return sent[0] ?? '';
    },
    confirm: (body: object, more: { from?: string; cookie?: string; key?: string } = {}) =>
      world.http
        .post('/v1/place-authorisations/confirmation')
        .set('X-Forwarded-For', more.from ?? '198.51.100.200')
        .set('Idempotency-Key', more.key ?? randomUUID())
        .set(more.cookie === undefined ? {} : { Cookie: more.cookie })
        .send(body),
  };
}
