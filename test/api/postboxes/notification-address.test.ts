import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MailPort } from '../../../api/deps.ts';
import { Away } from '../../../api/refusal.ts';
import { budgets } from '../../../domain/budget.ts';
import { hours } from '../../../domain/calendar.ts';
import { sendConfirmation } from '../../../mail/confirmation.ts';
import { createMailer } from '../../../mail/transport.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';
import { mailCatcherUrl, smtpUrl } from '../../support/servers.ts';

type Mail = Parameters<MailPort['confirmNotificationAddress']>[0];

let world: World;
let path: string;
let mails: Mail[] = [];
let send: (mail: Mail) => Promise<'sent' | 'refused'>;
beforeAll(async () => {
  world = await createWorld(() => ({ mails: { confirmNotificationAddress: (mail) => send(mail) } }));
  path = `/v1/postboxes/${await world.boxId('BE 1001')}/notification-address`;
});
beforeEach(() => {
  mails = [];
  send = (mail) => {
    mails.push(mail);
    return Promise.resolve('sent');
  };
});
afterAll(() => world.close());

const ask = async (email: string, who = 'an.peeters') =>
  world.http
    .put(path)
    .set(await world.as(who))
    .send({ email });
const tokenIn = (mail: Mail | undefined) => mail?.link.split('#')[1] ?? '';
const confirm = (token: string) => world.http.post('/v1/notification-addresses/confirmation').send({ token });
const shown = async () =>
  (await world.http.get(path.replace('/notification-address', '')).set(await world.as('an.peeters'))).body
    .notification as Record<string, string | null>;

describe('a notification address', () => {
  test('[check 35] is asked for, confirmed once by its reader, of a hundred uses too, and in force from then on', async () => {
    const asked = await ask('post@bakkerij.example');
    expect([asked.status, asked.body.notification.pendingEmail]).toEqual([202, 'post@bakkerij.example']);
    expect(asked.body.notification).toMatchObject({ email: null, pendingUntil: '2027-02-09T23:00:00.000Z' });
    expect(mails[0]).toMatchObject({ to: 'post@bakkerij.example', postboxNumber: 'BE 1001', language: 'nl' });
    expect(mails[0]?.link).toMatch(/^https:\/\/mailroom\.example\/[^?]*#[\w-]{43}$/);
    const token = tokenIn(mails[0]);
    const answers = await Promise.all(Array.from({ length: 100 }, () => confirm(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 422, 429].includes(status))).toEqual([]);
    await world.knex('rate_limits').delete();
    expect(await shown()).toMatchObject({ email: 'post@bakkerij.example', pendingEmail: null });
    expect(world.log()).not.toContain(token);
  });

  test('stays in force until the next one is confirmed', async () => {
    await ask('other@bakkerij.example');
    expect(await shown()).toMatchObject({
      email: 'post@bakkerij.example',
      pendingEmail: 'other@bakkerij.example',
    });
    await confirm(tokenIn(mails[0]));
    expect(await shown()).toMatchObject({ email: 'other@bakkerij.example', pendingEmail: null });
  });

  test('[check 35] asked for again, the earlier link is dead', async () => {
    await ask('third@bakkerij.example');
    await ask('third@bakkerij.example');
    const dead = await confirm(tokenIn(mails[0]));
    expect([dead.status, dead.body.reason]).toEqual([422, 'postbox.notification-link-dead']);
    expect((await confirm(tokenIn(mails[1]))).status).toBe(200);
  });

  test('that is in force is not asked for again', async () => {
    const again = await ask('third@bakkerij.example');
    expect([again.status, mails]).toEqual([200, []]);
  });

  test('[check 35] is not confirmed by a link that is over, nor by one that never was', async () => {
    await ask('late@bakkerij.example');
    world.time.now += hours(24 * 8);
    const late = await confirm(tokenIn(mails[0]));
    world.time.now -= hours(24 * 8);
    expect([late.status, late.body.reason]).toEqual([422, 'postbox.notification-link-dead']);
    expect((await confirm('A'.repeat(43))).body.reason).toBe('postbox.notification-link-dead');
    expect((await confirm('short')).body.reason).toBe('request.invalid');
  });

  test('goes when it is taken away, and with it the link under way', async () => {
    await ask('fourth@bakkerij.example');
    expect((await world.http.delete(path).set(await world.as('an.peeters'))).status).toBe(204);
    expect(await shown()).toMatchObject({ email: null, pendingEmail: null });
    expect((await confirm(tokenIn(mails[0]))).status).toBe(422);
    expect((await world.http.delete(path).set(await world.as('an.peeters'))).status).toBe(204);
  });

  test('that no server takes is refused; while the server is away the caller is told to ask again', async () => {
    send = () => Promise.resolve('refused');
    const refused = await ask('nobody@bakkerij.example');
    expect([refused.status, refused.body.reason]).toEqual([422, 'postbox.notification-address-refused']);
    expect(await shown()).toMatchObject({ pendingEmail: null });
    send = () => Promise.reject(new Away('mail'));
    const away = await ask('somebody@bakkerij.example');
    expect([away.status, away.body.reason, away.headers['retry-after']]).toEqual([
      503,
      'service.mail-away',
      '2',
    ]);
    expect((await ask('not an address')).status).toBe(422);
    expect((await ask('a@b.example,c@d.example')).status).toBe(422);
  });

  test('is for those who may set the box', async () => {
    expect((await ask('x@y.example', 'bart.claes')).status).toBe(403);
    expect((await ask('x@y.example', 'emma.jansen')).status).toBe(404);
  });

  test('[check 39] is sent so many links and no more, whoever asks', async () => {
    const { times } = budgets.linkMailsToAddress;
    for (let asked = 0; asked < times; asked += 1)
      expect((await ask('flooded@bakkerij.example')).status).toBe(202);
    const refused = await ask('Flooded@Bakkerij.example');
    expect([refused.status, refused.body.reason, mails.length]).toEqual([429, 'request.too-many', times]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('another@bakkerij.example')).status).toBe(202);
  });

  test('[checks 36, 37, 38] its link is of the configured host, opening it changes nothing, and its token is in no log', async () => {
    await world.knex('rate_limits').delete();
    const asked = await world.http
      .put(path)
      .set(await world.as('an.peeters'))
      .set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' })
      .send({ email: 'host@bakkerij.example' });
    expect([asked.status, asked.headers['referrer-policy']]).toEqual([202, 'no-referrer']);
    expect(mails[0]?.link).toMatch(/^https:\/\/mailroom\.example\/[^?]*#[\w-]{43}$/);
    const token = tokenIn(mails[0]);
    const opened = await world.http.get('/v1/notification-addresses/confirmation').query({ token });
    expect(opened.status).toBe(405);
    expect(await shown()).toMatchObject({ pendingEmail: 'host@bakkerij.example' });
    expect((await confirm(token)).status).toBe(200);
    expect(world.log()).not.toContain(token);
  });

  test('leaves no address in the event log', async () => {
    const bodies: string[] = await world
      .knex('events')
      .where('kind', 'like', 'postbox.notification%')
      .pluck('body');
    expect(bodies.length).toBeGreaterThan(5);
    expect(bodies.join()).not.toContain('@');
  });

  test('gets a mail that a person can read, over real SMTP', async () => {
    const mailer = createMailer({ smtpUrl: smtpUrl(), from: 'Mailroom <no-reply@mailroom.example>' });
    send = sendConfirmation(mailer);
    const to = `box-${world.database.name.slice(-12)}@bakkerij.example`;
    expect((await ask(to)).status).toBe(202);
    mailer.close();
    const [mail] = (await (await fetch(`${mailCatcherUrl()}/api/mails?to=${to}`)).json()) as { id: string }[];
    const whole = await (await fetch(`${mailCatcherUrl()}/api/mails/${mail?.id ?? ''}`)).text();
    expect(whole).toContain('BE 1001');
    expect(whole).toContain('https://mailroom.example/notification-addresses/confirmation?lang=');
  });
});
