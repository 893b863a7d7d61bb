import PostalMime from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { messageIdOf } from '../../mail/message-id.ts';
import { renderNotice } from '../../mail/render.ts';
import type { Mailer, OutgoingMail } from '../../mail/transport.ts';
import { createMailer } from '../../mail/transport.ts';
import { until } from '../support/wait.ts';
import { aLetter } from './facts.ts';
import { replying, startSmtp } from './smtp.ts';
import type { TestSmtp } from './smtp.ts';

const from = 'Mailroom <no-reply@mailroom.example>';
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

type Done = (error?: Error | null) => void;

function refusing(code: number): (address: unknown, session: unknown, done: Done) => void {
  return (_address, _session, done) => {
    done(replying(code, 'no'));
  };
}

async function connected(options: SMTPServerOptions = {}): Promise<{ smtp: TestSmtp; mailer: Mailer }> {
  const smtp = await startSmtp(options);
  const mailer = createMailer({ smtpUrl: smtp.url, from });
  open.push(smtp, mailer);
  return { smtp, mailer };
}

function aMail(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: 'an.peeters@example.be',
    messageId: messageIdOf('mail-item/0190/arrived/7', 'mailroom.example'),
    ...renderNotice('arrived', aLetter(), 'fr'),
    language: 'fr',
    ...changes,
  };
}

describe('a mail that is sent', () => {
  test('arrives once, at exactly its recipient, with both forms and its headers', async () => {
    const { smtp, mailer } = await connected();
    await mailer.send(aMail());
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toMatchObject({
      from: 'no-reply@mailroom.example',
      to: ['an.peeters@example.be'],
    });
    const mail = await PostalMime.parse(smtp.received[0]?.source ?? '');
    expect(mail).toMatchObject({
      from: { name: 'Mailroom', address: 'no-reply@mailroom.example' },
      to: [{ name: '', address: 'an.peeters@example.be' }],
      messageId: aMail().messageId,
      subject: 'Nouveau courrier dans la boîte postale 4711 : BRU-2027-0017',
    });
    expect(mail.text).toContain('Ministerie van Financiën');
    expect(mail.html).toContain('<html lang="fr">');
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'fr' });
  });

  test('many at once go through few connections, each to its own recipient', async () => {
    let connections = 0;
    const { smtp, mailer } = await connected({
      onConnect: (_session, done) => {
        connections += 1;
        done();
      },
    });
    const recipients = Array.from({ length: 40 }, (_, number) => `user${number}@example.be`);
    await Promise.all(
      recipients.map((to) => mailer.send(aMail({ to, messageId: messageIdOf(to, 'mailroom.example') }))),
    );
    expect(smtp.received.map(({ to }) => to.join()).sort()).toEqual([...recipients].sort());
    expect(connections).toBeLessThanOrEqual(5);
  });

  test('the mailer knows the domain of its Message-IDs and whether its server is there', async () => {
    const { mailer } = await connected();
    expect(mailer.domain).toBe('mailroom.example');
    await expect(mailer.verify()).resolves.toBeUndefined();
  });
});

describe('a mail that is refused for good', () => {
  test('recipient unknown, 550: and neither address nor answer stands in the error', async () => {
    const { smtp, mailer } = await connected({
      onRcptTo: ({ address }, _session, done) => {
        done(address.startsWith('an.') ? replying(550, `5.1.1 <${address}> unknown`) : null);
      },
    });
    const refusal = await mailer.send(aMail()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'MailRefused', part: 'recipient', replyCode: 550 });
    expect(String(refusal)).toBe('MailRefused: mail refused: recipient, by the mail server, 550 5.1.1');
    await mailer.send(aMail({ to: 'jan@example.be' }));
    expect(smtp.received.map(({ to }) => to)).toEqual([['jan@example.be']]);
  });

  test('content refused, 554 after the message', async () => {
    const { mailer } = await connected({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => {
          done(replying(554, '5.7.1 looks like spam'));
        });
      },
    });
    await expect(mailer.send(aMail())).rejects.toMatchObject({
      name: 'MailRefused',
      part: 'message',
      replyCode: 554,
    });
  });

  test.each([
    '"an@evil.example"@example.be',
    'an@example.be\r\nBcc: eve@evil.example',
    'an@example.be, eve@evil.example',
    'friends: an@example.be, eve@evil.example;',
    'an(x)@example.be',
    'g:'.repeat(1000) + ';'.repeat(1000),
  ])('a hostile address never reaches the server (F42)', async (to) => {
    const { smtp, mailer } = await connected();
    await expect(mailer.send(aMail({ to }))).rejects.toMatchObject({ name: 'MailRefused', part: 'address' });
    expect(smtp.received).toEqual([]);
  });

  test.each([
    ['a line break in the subject', { subject: 'Hello\r\nBcc: eve@evil.example' }],
    ['a lone line feed in the subject', { subject: 'Hello\nBcc: eve@evil.example' }],
    ['a null byte in the subject', { subject: 'Hello\u0000' }],
    ['a line break in the Message-ID', { messageId: '<a@b.example>\r\nBcc: eve@evil.example' }],
    ['a second Message-ID', { messageId: '<a@b.example> <c@d.example>' }],
  ])('%s is refused: no header can be slipped in', async (_name, changes) => {
    const { smtp, mailer } = await connected();
    await expect(mailer.send(aMail(changes))).rejects.toMatchObject({ name: 'MailRefused', part: 'header' });
    expect(smtp.received).toEqual([]);
  });
});

describe('a mail that cannot leave now', () => {
  const asLater = { name: 'MailUnavailable', mayHaveArrived: false };

  test('greylisting, 451: sent again under the same id it arrives once (F39)', async () => {
    let attempts = 0;
    const { smtp, mailer } = await connected({
      onRcptTo: (_address, _session, done) => {
        attempts += 1;
        done(attempts === 1 ? replying(451, '4.7.1 try again later') : null);
      },
    });
    await expect(mailer.send(aMail())).rejects.toMatchObject({ ...asLater, replyCode: 451 });
    await mailer.send(aMail());
    expect(smtp.received).toHaveLength(1);
    expect(attempts).toBe(2);
  });

  test('connection lost after DATA: it may have arrived, and is not sent again behind our back (F40)', async () => {
    let deliveries = 0;
    const { smtp, mailer } = await connected({
      onData: (stream) => {
        stream.resume().on('end', () => {
          deliveries += 1;
          smtp.cutOff();
        });
      },
    });
    await expect(mailer.send(aMail())).rejects.toMatchObject({
      name: 'MailUnavailable',
      mayHaveArrived: true,
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(deliveries).toBe(1);
  });

  test('connection lost before DATA: it has not arrived', async () => {
    const { smtp, mailer } = await connected({
      onRcptTo: () => {
        smtp.cutOff();
      },
    });
    await expect(mailer.send(aMail())).rejects.toMatchObject(asLater);
  });

  test('451 after the message: it has not arrived', async () => {
    const { mailer } = await connected({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => {
          done(replying(451, '4.3.0 disk full'));
        });
      },
    });
    await expect(mailer.send(aMail())).rejects.toMatchObject({ ...asLater, replyCode: 451 });
  });

  test.each([
    ['our sender is refused, 550', { onMailFrom: refusing(550) }],
    ['the recipient step asks for a log-in, 530', { onRcptTo: refusing(530) }],
    ['the server is closing, 421', { onRcptTo: refusing(421) }],
    [
      'the server is full when we connect, 554',
      { onConnect: (_session: unknown, done: Done) => done(replying(554, 'no')) },
    ],
  ])('%s: operations mend it, the mail waits', async (_name, options) => {
    const { mailer } = await connected(options);
    await expect(mailer.send(aMail())).rejects.toMatchObject(asLater);
  });

  test.each([
    ['nobody listens', 'smtp://127.0.0.1:1'],
    ['the host has no address (F18)', 'smtp://mail.invalid:25'],
  ])('%s', async (_name, smtpUrl) => {
    const mailer = createMailer({ smtpUrl, from });
    open.push(mailer);
    await expect(mailer.send(aMail())).rejects.toMatchObject(asLater);
    await expect(mailer.verify()).rejects.toMatchObject(asLater);
  });

  test('smtps with a certificate nobody vouches for is not spoken to', async () => {
    const { smtp, mailer } = await connected({ secure: true });
    await expect(mailer.send(aMail())).rejects.toMatchObject(asLater);
    expect(smtp.received).toEqual([]);
  });

  test('a server that comes back is used again by the same mailer', async () => {
    const { smtp, mailer } = await connected();
    await mailer.send(aMail());
    smtp.cutOff();
    // A mail that is sent before the loss is noticed comes again, as any other.
    const isSent = () =>
      mailer.send(aMail({ to: 'jan@example.be' })).then(
        () => true,
        () => false,
      );
    await until('it is used again', isSent);
    expect(smtp.received).toHaveLength(2);
  });
});

describe('settings that cannot be right stop the start', () => {
  test.each([
    ['a sender that is none', 'smtp://127.0.0.1', 'Mailroom'],
    ['two senders', 'smtp://127.0.0.1', 'a@example.be, b@example.be'],
    ['a sender with a header', 'smtp://127.0.0.1', 'a@example.be\r\nBcc: eve@evil.example'],
    ['another protocol', 'http://127.0.0.1', from],
  ])('%s', (_name, smtpUrl, sender) => {
    expect(() => createMailer({ smtpUrl, from: sender })).toThrow(/MAIL_FROM|SMTP_URL/);
  });
});
