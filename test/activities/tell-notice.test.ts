import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tellNotice } from '../../activities/tell-notice.ts';
import type { Mailer } from '../../mail/transport.ts';
import { createMailer } from '../../mail/transport.ts';
import type { TestSmtp } from '../mail/smtp.ts';
import { replying, startSmtp } from '../mail/smtp.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import { registry } from '../support/registry.ts';

let world: World;
let smtp: TestSmtp;
let mailer: Mailer;
let refused: readonly string[] = [];
let warned: object[] = [];

beforeAll(async () => {
  world = await createWorld();
  smtp = await startSmtp({
    onRcptTo: ({ address }, _session, done) => {
      done(refused.includes(address) ? replying(550, '5.1.1 no such mailbox') : null);
    },
  });
  mailer = createMailer({ smtpUrl: smtp.url, from: 'Mailroom <no-reply@mailroom.example>' });
});
beforeEach(() => {
  refused = [];
  warned = [];
  smtp.received.length = 0;
});
afterEach(() => notifyAt(null));
afterAll(async () => {
  mailer.close();
  await smtp.close();
  await world.close();
});

const readers = ['an.peeters@example.com', 'bart.claes@example.com', 'chloe.lambert@example.com'];
const notifyAt = async (email: string | null) =>
  world
    .knex('postboxes')
    .where({ number: 'BE 1001' })
    .update({ notification_email: email, notification_confirmed_at: email === null ? null : new Date() });

const tell = (itemId: string, key: string) =>
  tellNotice(
    {
      knex: world.knex,
      mailer,
      clock: world.deps.clock,
      log: { warn: (facts) => void warned.push(facts) },
      publicUrl: 'https://mailroom.example',
      registry,
    },
    itemId,
    key,
  );
const tellArrival = async () => {
  const { itemId } = await world.arrive();
  const key = `mail-item/${itemId}/arrived/1`;
  await tell(itemId, key);
  const told = await world.knex('notices').where({ notice_key: key }).first('told_at');
  expect(told.told_at).not.toBeNull();
  return key;
};
const toldTo = () => smtp.received.flatMap(({ to }) => to).sort();

describe('who is told of a letter', () => {
  test('the notification address alone, in the language of the company', async () => {
    await notifyAt('post@bakkerij.example');
    await tellArrival();
    expect(toldTo()).toEqual(['post@bakkerij.example']);
    expect(smtp.received[0]?.source).toMatch(/Content-Language: nl/i);
  });

  test('a notification address that is a user’s, in his language', async () => {
    await notifyAt('chloe.lambert@example.com');
    await tellArrival();
    expect(toldTo()).toEqual(['chloe.lambert@example.com']);
    expect(smtp.received[0]?.source).toMatch(/Content-Language: fr/i);
  });

  test('the readers of the box, when no server takes the notification address', async () => {
    await notifyAt('gone@bakkerij.example');
    refused = ['gone@bakkerij.example'];
    await tellArrival();
    expect(toldTo()).toEqual(readers);
    expect(warned).toEqual([]);
  });

  test('nobody, when all are refused: operations are alarmed, without an address', async () => {
    await notifyAt('gone@bakkerij.example');
    refused = ['gone@bakkerij.example', ...readers];
    const key = await tellArrival();
    expect(toldTo()).toEqual([]);
    expect(warned).toEqual([{ notice: key, refused: 4 }]);
  });
});

describe('a reminder that waited for the mail server', () => {
  const remind = async (itemId: string) => {
    const key = `mail-item/${itemId}/reminder/2027-02-13T23:00:00.000Z`;
    const notice = { notice_key: key, mail_item_id: itemId, kind: 'reminder', owed_at: new Date() };
    await world.knex('notices').insert(notice);
    await tell(itemId, key);
    return world.knex('notice_deliveries').where({ notice_key: key }).pluck('outcome');
  };

  test('goes to whoever has still to decide', async () => {
    const { itemId } = await world.arrive();
    expect(await remind(itemId)).toEqual(['sent', 'sent', 'sent']);
  });

  test('goes to nobody once the letter is on its way', async () => {
    const { itemId } = await world.arrive();
    const decision = { decision_kind: 'destroy', decision_received_at: new Date() };
    await world.knex('mail_items').where({ id: itemId }).update(decision);
    expect(await remind(itemId)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect(toldTo()).toEqual([]);
  });

  test('that is refused for good is noted as such', async () => {
    const { itemId } = await world.arrive();
    refused = readers;
    expect(await remind(itemId)).toEqual(['refused', 'refused', 'refused']);
    expect(warned).toHaveLength(1);
  });
});
