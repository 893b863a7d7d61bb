import { spawn } from 'node:child_process';
import { until } from '../support/wait.ts';
import type { ChildProcess } from 'node:child_process';
import { createTransport } from 'nodemailer';
import supertest from 'supertest';
import { freePort } from '../../dev/servers/ports.mjs';
import { removeTemporaryFolders, root, temporaryFolder, withoutJest } from './sandbox.ts';

const folder = temporaryFolder();
const [smtpPort, pagePort] = [await freePort(), await freePort()];
const page = supertest(`http://127.0.0.1:${pagePort}`);
let catcher: ChildProcess;

async function start(): Promise<void> {
  const args = ['dev/mail-catcher.mjs', folder, String(smtpPort), String(pagePort)];
  catcher = spawn(process.execPath, args, { cwd: root, env: withoutJest(), stdio: 'ignore' });
  await until('it listens', () =>
    page.get('/api/mails').then(
      () => true,
      () => false,
    ),
  );
}

function end(): Promise<void> {
  return new Promise((resolve) => {
    catcher.on('exit', () => resolve());
    catcher.kill('SIGKILL');
  });
}

const send = (mail: { to: string; subject: string; text?: string; html?: string }) =>
  createTransport(`smtp://127.0.0.1:${smtpPort}`).sendMail({ from: 'sender@mailroom.example', ...mail });

beforeAll(start);
afterAll(async () => {
  await end();
  removeTemporaryFolders();
});

describe('the mail catcher', () => {
  it('lists mails newest first, and by recipient', async () => {
    await send({ to: 'an@one.example', subject: 'First' });
    await send({ to: 'luc@two.example', subject: 'Second' });
    const all = await page.get('/api/mails').expect(200);
    expect(all.body).toMatchObject([{ subject: 'Second' }, { subject: 'First', to: ['an@one.example'] }]);
    const one = await page.get('/api/mails?to=AN@one.example').expect(200);
    expect(one.body).toMatchObject([{ subject: 'First' }]);
  });

  it('gives the parts of a mail, its headers and the links in it, each once', async () => {
    const link = 'https://mailroom.example/items/1?a=1&b=2';
    await send({
      to: 'parts@one.example',
      subject: 'Parts',
      text: `Look: ${link}.`,
      html: `<a href="${link.replace('&', '&amp;')}">x</a>`,
    });
    const [{ id }] = (await page.get('/api/mails?to=parts@one.example')).body as [{ id: string }];
    const { body } = await page.get(`/api/mails/${id}`).expect(200);
    expect(body).toMatchObject({ text: `Look: ${link}.\n`, links: [link] });
    expect(body.headers).toContainEqual({ name: 'subject', value: 'Parts' });
    await page.get('/api/mails/no-such-mail').expect(404);
  });

  it('shows a mail as text: nothing in it can act on the page', async () => {
    await send({
      to: 'evil@one.example',
      subject: '<script>alert(1)</script>',
      html: '"><script>alert(2)</script>',
    });
    const [{ id }] = (await page.get('/api/mails?to=evil@one.example')).body as [{ id: string }];
    for (const path of ['/', `/mails/${id}`]) {
      const response = await page.get(path).expect(200);
      expect(response.text).not.toContain('<script');
      expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
    expect((await page.get(`/mails/${id}`)).text).toMatch(
      /<iframe[^>]*\bsandbox="allow-popups allow-popups-to-escape-sandbox"/,
    );
  });

  it('keeps mails when it is killed, and forgets them when told', async () => {
    const before = (await page.get('/api/mails')).body as unknown[];
    await end();
    await start();
    expect((await page.get('/api/mails')).body).toEqual(before);
    await page.delete('/api/mails').expect(204);
    expect((await page.get('/api/mails')).body).toEqual([]);
  });
});
