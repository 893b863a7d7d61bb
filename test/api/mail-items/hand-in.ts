/** A site that hands in letters, well or badly, and a look at what is left behind. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSlots } from '../../../api/slots.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';
import { qpdfPath } from '../../support/servers.ts';

/** A world whose API takes scans in, at most so many at once. */
export async function createIntake(most = 8) {
  const memory = process.platform === 'linux' ? '/dev/shm' : tmpdir();
  const scratchDir = await mkdtemp(join(memory, 'mailroom-intake-'));
  const world = await createWorld(() => ({
    intake: { scratchDir, qpdfPath: qpdfPath(), slots: createSlots(most) },
  }));
  const close = async () => {
    await world.close();
    await rm(scratchDir, { recursive: true });
  };
  return { ...world, scratchDir, close };
}

export type Intake = Awaited<ReturnType<typeof createIntake>>;

/** What a site says of a letter of 20 g that came an hour ago; another reference each time. */
export function aLetter(more: Readonly<Record<string, unknown>> = {}) {
  return {
    siteReference: `REF-${randomUUID().slice(0, 13)}`,
    postbox: 'BE 1001',
    receivedAt: '2027-02-02T13:00:00.000Z',
    weightGrams: 20,
    format: 'letter',
    ...more,
  };
}

interface Handed {
  readonly metadata?: unknown;
  readonly scan: Buffer;
  readonly site?: string;
  readonly key?: string;
}

/** The form as curl sends it. */
export function handIn(world: Pick<World, 'http' | 'asSite'>, handed: Handed) {
  const { metadata = aLetter(), scan, site = 'brussel', key = randomUUID() } = handed;
  return world.http
    .post('/v1/mail-items')
    .set({ ...world.asSite(site), 'Idempotency-Key': key })
    .field('metadata', JSON.stringify(metadata), { contentType: 'application/json' })
    .attach('scan', scan, { filename: 'letter.pdf', contentType: 'application/pdf' });
}

const boundary = 'a-boundary-of-ours';

/** One part of a form, in bytes; without content only its head. */
export function part(head: string, content: string | Buffer = '', end = '\r\n'): Buffer {
  const lines = [`--${boundary}`, `Content-Disposition: form-data; ${head}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(lines), Buffer.from(content), Buffer.from(end)]);
}

export const lastLine = Buffer.from(`--${boundary}--\r\n`);
export const metadataPart = (metadata: unknown) => part('name="metadata"', JSON.stringify(metadata));
export const scanPart = (scan: Buffer | string, end?: string) =>
  part('name="scan"; filename="letter.pdf"', scan, end);

interface RawAnswer {
  readonly status: number;
  readonly body: { readonly reason?: string; readonly field?: string };
}

/** A request of which the test writes every byte itself. */
export function rawRequest(
  port: number,
  headers: Readonly<Record<string, string>>,
): { sending: ClientRequest; answer: Promise<RawAnswer> } {
  const sending = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/v1/mail-items',
    headers: {
      'Idempotency-Key': randomUUID(),
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
  });
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (response) => resolve(read(response)));
  });
  answer.catch(() => undefined);
  return { sending, answer };
}

async function read(response: IncomingMessage): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) };
}

/** Everything an intake could leave: objects, drafts of objects, scratch files, rows, words of commands. */
export async function leftBehind({ knex, objectFolder, scratchDir }: Intake) {
  const entries = await readdir(objectFolder, { recursive: true, withFileTypes: true });
  const count = async (table: string) => Number((await knex(table).count({ n: '*' }).first())?.n);
  return {
    files: entries.filter((entry) => entry.isFile()).length,
    scratch: (await readdir(scratchDir)).length,
    items: await count('mail_items'),
    blobs: await count('blobs'),
    documents: await count('documents'),
    events: await count('events'),
    requests: await count('requests'),
  };
}
