import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caughtOnce } from '../../support/catcher.ts';
import { aKey, said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { until } from '../../support/wait.ts';
import type { Headers } from './people.ts';
import { goodPassword, peopleOf } from './people.ts';

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let people: ReturnType<typeof peopleOf>;
let an: Headers;

beforeAll(async () => {
  world = await createLivingWorld();
  people = peopleOf(world);
  an = await world.as('an.peeters');
}, 120_000);
afterAll(() => world.close(), 60_000);

const hours = (count: number) => count * 3_600_000;
async function inHours<T>(count: number, work: () => Promise<T>): Promise<T> {
  const { now } = world.time;
  world.time.now = now + hours(count);
  try {
    return await work();
  } finally {
    world.time.now = now;
  }
}

describe('creating a user (UM-13, UM-14)', () => {
  test('he exists at once, invited, without any right and without a password', async () => {
    const { answer, id, username } = await people.create({ sex: 'female' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      username,
      name: 'Nele Janssens',
      profile: 'user',
      state: 'invited',
      hasRights: false,
      createdBy: { name: 'An Peeters', onBehalfOf: null },
      invitation: { endsAt: '2027-02-05T14:00:00.000Z', remindedAt: null, isOver: false },
      selfResetAllowed: true,
    });
    const row = await world.knex('users').where({ id }).first();
    expect(row).toMatchObject({ password_hash: null, sex: 'female' });
    expect(said(await people.logIn(username))).toEqual([401, 'session.wrong-credentials']);
  });

  test('[check 26] nobody chooses a password for another: there is no field for it', async () => {
    const { answer } = await people.create({ password: 'chosen for him, lasting' });
    expect(said(answer)).toEqual([422, 'request.invalid']);
  });

  test('[check 25] the security answer is kept hashed', async () => {
    const { id } = await people.create({ security: { question: 'First teacher?', answer: 'Juf Marijke' } });
    const row = await world.knex('users').where({ id }).first();
    expect(row.security_question).toBe('First teacher?');
    expect(row.security_answer_hash).toBe('not-hashed:juf marijke');
  });

  test('a username that is taken, in whatever letters, and one that is another’s address are refused', async () => {
    expect(said((await people.create({ username: 'Bart.CLAES' })).answer)).toEqual([
      409,
      'user.username-taken',
    ]);
    expect(said((await people.create({ username: 'luc@atelier.example' })).answer)).toEqual([
      422,
      'user.username-is-address',
    ]);
  });

  test('the same key creates one user', async () => {
    const path = `/v1/companies/${await people.companyId('Bakkerij Peeters')}/users`;
    const [key, body] = [aKey(), people.newUser()];
    const ask = () =>
      world.http
        .post(path)
        .set({ ...an, ...key })
        .send(body);
    const [one, other] = [await ask(), await ask()];
    expect(other.body).toEqual(one.body);
  });

  test('a user creates nobody, and nobody creates users of another company', async () => {
    expect((await people.create({}, await world.as('bart.claes'))).answer.status).toBe(403);
    expect((await people.create({}, await world.as('luc.dumont'))).answer.status).toBe(404);
  });

  test('[check 11] staff create on behalf of the company, and it is shown and recorded so', async () => {
    const { answer, id } = await people.create({}, await world.as('olga.operator'));
    expect(answer.body.createdBy).toEqual({ name: 'Olga Martens', onBehalfOf: 'Bakkerij Peeters' });
    const event = await world.knex('events').where({ subject_id: id, kind: 'user.created' }).first();
    expect(event.actor_type).toBe('staff');
    expect(JSON.parse(event.body).onBehalfOf).toBe(await people.companyId('Bakkerij Peeters'));
  });
});

describe('accepting', () => {
  test('by the link, once: the password is his and he can log in', async () => {
    const { id, username } = await people.create();
    const token = await people.tokenOf(id);
    expect((await people.accept(token)).body).toEqual({ accepted: true });
    expect((await people.logIn(username)).status).toBe(201);
    expect(said(await people.accept(token, 'another long enough password'))).toEqual([409, 'link.unusable']);
    expect((await people.logIn(username)).status).toBe(201);
  });

  test('[check 40] it logs nobody in and authorises no place: no session, no cookie', async () => {
    const { id } = await people.create();
    const answer = await people.accept(await people.tokenOf(id));
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await world.knex('sessions').where({ user_id: id })).toEqual([]);
    expect(await world.knex('user_places').where({ user_id: id })).toEqual([]);
  });

  test('[check 37] opening the link changes nothing: there is no GET', async () => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    const answer = await world.http.get(`/v1/invitations/acceptance?token=${token}`);
    expect(answer.status).toBe(405);
    expect((await people.accept(token)).status).toBe(200);
  });

  test('[check 36] the link is of the configured host, whatever the request says', async () => {
    const { email } = await people.create(
      {},
      { ...an, ...{ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } },
    );
    await world.wakeAll();
    const [mail] = await caughtOnce(email, 1);
    expect(mail?.text).toMatch(/https:\/\/mailroom\.example\/links\/invitation\?lang=nl#[\w-]{43}/);
    expect(mail?.text).not.toContain('evil.example');
  });

  test('[check 35] a hundred uses of one link at once: one gets through', async () => {
    const { id, username } = await people.create();
    const token = await people.tokenOf(id);
    const passwords = Array.from({ length: 100 }, (_each, index) => `${goodPassword} ${String(index)}`);
    const answers = await Promise.all(passwords.map((password) => people.accept(token, password)));
    const through = answers.filter(({ status }) => status === 200);
    expect(through).toHaveLength(1);
    // The engine takes a few updates of one life at once; the rest may be told to come back (503).
    expect(answers.filter(({ status }) => ![200, 409, 503].includes(status))).toEqual([]);
    const winner = passwords[answers.findIndex(({ status }) => status === 200)] ?? '';
    expect((await people.logIn(username, winner)).status).toBe(201);
  });

  test('the same key gets the same answer; another password under it is refused', async () => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    const key = aKey();
    expect((await people.accept(token, goodPassword, key)).status).toBe(200);
    expect((await people.accept(token, goodPassword, key)).status).toBe(200);
    expect(said(await people.accept(token, `${goodPassword}!`, key))).toEqual([409, 'request.key-reused']);
  });

  test('[check 26] after 72 hours exactly it is in time, a millisecond later it is not', async () => {
    const [one, other] = [await people.create(), await people.create()];
    const tokens = [await people.tokenOf(one.id), await people.tokenOf(other.id)];
    await inHours(72, async () => {
      expect((await people.accept(tokens[0] ?? '')).status).toBe(200);
      world.time.now += 1;
      expect(said(await people.accept(tokens[1] ?? ''))).toEqual([409, 'link.unusable']);
    });
  });

  test.each([
    ['too short', 'too short', 'password.too-short'],
    ['his own name', 'nele janssens nele', 'password.names-somebody'],
  ])('a password that is %s is refused, and the link still works', async (_words, password, reason) => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    expect(said(await people.accept(token, password))).toEqual([422, reason]);
    expect((await people.accept(token)).status).toBe(200);
  });

  test('the first log-in is noted, and his invitation hears of it', async () => {
    const { id, username } = await people.accepted();
    const stage = async () =>
      (await world.knex('user_provisionings').where({ user_id: id }).first()).no_rights_at;
    expect(await stage()).toBeNull();
    await people.logIn(username);
    await world.wakeAll();
    await until('his invitation has heard of it', async () => (await stage()) !== null);
    expect((await stage()).toISOString()).toBe('2027-02-09T23:00:00.000Z');
  });

  test('[check 38] neither password nor token is in the log, in events or beside the command afterwards', async () => {
    const { id } = await people.create();
    const token = await people.tokenOf(id);
    const password = 'canary of a password nobody else has';
    await people.accept(token, password);
    const kept = JSON.stringify([
      await world.knex('events').select('body', 'command'),
      await world.knex('requests').select(),
      await world.knex('command_particulars').select(),
      await world.knex('one_time_links').select(),
    ]);
    for (const secret of [token, password])
      expect([kept.includes(secret), world.log().includes(secret)]).toEqual([false, false]);
  });
});

describe('sending again', () => {
  const resend = async (id: string) =>
    people.send('post', await people.path(id, '/invitation'), await world.as('an.peeters'));

  test('a new link, and the old one is dead', async () => {
    const { id } = await people.create();
    const old = await people.tokenOf(id);
    const answer = await inHours(10, () => resend(id));
    expect(answer.status).toBe(200);
    expect(answer.body.invitation.endsAt).toBe('2027-02-06T00:00:00.000Z');
    expect(said(await people.accept(old))).toEqual([409, 'link.unusable']);
    expect((await people.accept(await people.tokenOf(id))).status).toBe(200);
    expect(said(await resend(id))).toEqual([409, 'invitation.accepted']);
  });

  test('accepted and sent again at the same moment: he can log in with the one link that counts', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, username } = await people.create();
      const old = await people.tokenOf(id);
      const [accepted, sent] = await Promise.all([people.accept(old), resend(id)]);
      if (accepted.status === 200) expect(said(sent)).toEqual([409, 'invitation.accepted']);
      else expect((await people.accept(await people.tokenOf(id))).status).toBe(200);
      expect((await people.logIn(username)).status).toBe(201);
    }
  });

  test('accepted and deactivated at the same moment: he is out, whichever came first', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, username } = await people.create();
      const token = await people.tokenOf(id);
      const as = await world.as('an.peeters');
      const path = await people.path(id, '/deactivation');
      const [, deactivated] = await Promise.all([people.accept(token), people.send('post', path, as)]);
      expect(deactivated.status).toBe(200);
      expect(said(await people.logIn(username))).toEqual([401, 'session.wrong-credentials']);
    }
  });

  test('mails to one address have a budget', async () => {
    const { id } = await people.create();
    for (let time = 0; time < 4; time += 1) expect((await resend(id)).status).toBe(200);
    expect(said(await resend(id))).toEqual([429, 'request.too-many']);
  });

  test('the life owes the mail, and it carries the link', async () => {
    const { id } = await people.create();
    await world.wakeAll();
    const [{ id: lifeId } = { id: '' }] = await world.knex('user_provisionings').where({ user_id: id });
    await until('the mail is sent', async () => {
      const owed = await world.knex('notices').where({ life_id: lifeId }).first();
      return owed?.told_at !== null;
    });
    const [link] = await world.knex('one_time_links').where({ user_id: id });
    expect(link.token_hash).toBe(world.deps.tokens.hashToken(await people.tokenOf(id)));
  });
});

describe('a further membership of a person', () => {
  const invite = async (username: string, company = 'Atelier Dumont', as = 'luc.dumont') =>
    people.send('post', `/v1/companies/${await people.companyId(company)}/invitations`, await world.as(as), {
      username,
      profile: 'user',
    });
  const list = async () =>
    (
      await world.http
        .get(`/v1/companies/${await people.companyId('Atelier Dumont')}/invitations`)
        .set(await world.as('luc.dumont'))
    ).body.items as { username: string }[];

  test('it is told to nobody whether the person exists', async () => {
    const [there, missing] = [await invite('emma.jansen'), await invite('emma.nobody')];
    const shape = ({ status, body }: typeof there) => ({ status, body: { ...body, id: '', username: '' } });
    expect(shape(there)).toEqual(shape(missing));
    expect((await list()).map(({ username }) => username)).toEqual(['emma.jansen', 'emma.nobody']);
    expect(said(await invite('emma.jansen'))).toEqual([409, 'invitation.open']);
    expect(said(await invite('emma.nobody'))).toEqual([409, 'invitation.open']);
    const mails = await world.knex('notices').where({ kind: 'membership-invitation' });
    expect(mails).toHaveLength(1);
  });

  test('staff answer to nothing', async () => {
    expect((await invite('olga.operator')).status).toBe(202);
    const row = await world.knex('user_provisionings').where({ typed: 'olga.operator' }).first();
    expect(row.user_id).toBeNull();
  });

  test('the person sees it, accepts it while logged in, and belongs to both companies', async () => {
    const { id, username } = await people.accepted();
    const { body } = await invite(username);
    const token = (await people.logIn(username)).body.token as string;
    const as = { Authorization: `Bearer ${token}` };
    const own = await world.http.get('/v1/me/invitations').set(as);
    expect(own.body.items).toEqual([expect.objectContaining({ id: body.id, companyName: 'Atelier Dumont' })]);
    const path = `/v1/me/invitations/${body.id}/acceptance`;
    expect((await people.send('post', path, an)).status).toBe(404);
    expect((await people.send('post', path, as)).status).toBe(200);
    const me = await world.http.get('/v1/me').set(as);
    expect(me.body.memberships).toHaveLength(2);
    expect(said(await people.send('post', path, as))).toEqual([409, 'invitation.over']);
    expect(said(await invite(username))).toEqual([409, 'user.already-member']);
    expect(await world.knex('memberships').where({ user_id: id })).toHaveLength(2);
  });

  test('those of a company come in pages, the oldest first', async () => {
    const path = `/v1/companies/${await people.companyId('Atelier Dumont')}/invitations`;
    const luc = await world.as('luc.dumont');
    const typed = ['page.one', 'page.two', 'page.three'];
    for (const username of typed) expect((await invite(username)).status).toBe(202);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const { body } = await world.http.get(`${path}?limit=1${after}`).set(luc);
      expect(body.items.length).toBeLessThanOrEqual(1);
      seen.push(...body.items.map(({ username }: { username: string }) => username));
      next = body.next as string | null;
    }
    expect(seen.slice(-3)).toEqual(typed);
  });

  test('withdrawn, it is gone for everybody', async () => {
    const { body } = await invite('daan.visser');
    const company = await people.companyId('Atelier Dumont');
    const path = `/v1/companies/${company}/invitations/${body.id}/withdrawal`;
    expect((await people.send('post', path, an)).status).toBe(404);
    expect((await people.send('post', path, await world.as('luc.dumont'))).status).toBe(204);
    const daan = await world.as('daan.visser');
    expect((await world.http.get('/v1/me/invitations').set(daan)).body.items).toEqual([]);
    const late = await people.send('post', `/v1/me/invitations/${body.id}/acceptance`, daan);
    expect(said(late)).toEqual([409, 'invitation.over']);
  });
});
