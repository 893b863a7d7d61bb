import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createSlots } from '../../../api/slots.ts';
import { removeOrphans } from '../../../relay/orphans.ts';
import { destroyStrays } from '../../../relay/stray-documents.ts';
import { hours } from '../../../domain/calendar.ts';
import { commandIdentityCheck } from '../../../db/changes/command-identity-check.ts';
import { aKey, said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { letterPdf } from '../../support/pdf.ts';
import { jpeg, png } from '../../support/pictures.ts';
import { requestAt } from '../../support/requests.ts';
import { qpdfPath } from '../../support/servers.ts';
import { until } from '../../support/wait.ts';

type Headers = Record<string, string>;

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let olga: Headers;

beforeAll(async () => {
  const scratchDir = mkdtempSync('/dev/shm/mailroom-identity-');
  const intake = { scratchDir, qpdfPath: qpdfPath(), slots: createSlots(4) };
  world = await createLivingWorld({ intake });
  world.time.now = Date.now();
  olga = await world.as('olga.operator');
}, 120_000);
beforeEach(() => world.knex('rate_limits').delete());
afterAll(() => world.close(), 60_000);

const answers = () => ({
  companyName: 'Tulpen BV',
  enterpriseNumber: 'NL004495445B01',
  street: 'Singel 1',
  postalCode: '1012 AB',
  city: 'Amsterdam',
  country: 'NL',
  firstName: 'Jan',
  lastName: 'Smit',
  email: `j${randomBytes(6).toString('hex')}@applicant.example`,
  applications: ['postbox'],
});

/** A case of the brand that asks for a document. */
async function begun(form = 'brievenbus-portal') {
  const key: Headers = { 'Registration-Key': randomBytes(32).toString('base64url') };
  const { body } = await world.http
    .post('/v1/registrations')
    .set(key)
    .send({
      form,
      language: 'nl',
      answers: form === 'brievenbus-portal' ? answers() : { email: 'a@b.example' },
    });
  const id = body.id as string;
  return {
    id,
    key,
    send: (picture: Buffer, type = 'image/png', under: Headers = aKey()) =>
      world.http
        .post(`/v1/registrations/${id}/identity-document`)
        .set({ ...key, ...under })
        .type(type)
        .send(picture),
    submit: () => world.http.post(`/v1/registrations/${id}/submission`).set({ ...key, ...aKey() }),
    read: () => world.http.get(`/v1/registrations/${id}`).set(key),
    withdraw: () => world.http.post(`/v1/registrations/${id}/withdrawal`).set({ ...key, ...aKey() }),
  };
}

const look = (id: string, as: Headers = olga) =>
  world.http.get(`/v1/registrations/${id}/identity-document`).set(as);
const result = (id: string, found: string) =>
  world.http
    .post(`/v1/registrations/${id}/identity-result`)
    .set({ ...olga, ...aKey() })
    .send({ result: found });
const checkOf = (id: string) =>
  world.knex('identity_checks').where({ registration_id: id }).orderBy('id', 'desc').first();
const documentsOf = (id: string): Promise<{ id: string; destroyed_at: Date | null }[]> =>
  world
    .knex('identity_documents as d')
    .join('identity_checks as c', 'c.id', 'd.check_id')
    .where('c.registration_id', id)
    .select('d.id', 'd.destroyed_at');
const eventsOf = async (id: string): Promise<string[]> =>
  world
    .knex('events')
    .where({ subject_id: (await checkOf(id)).id })
    .orderBy('seq')
    .pluck('kind');

/** Object, key and row say the same: it is gone, and a record proves it. */
async function expectGone(id: string, count = 1): Promise<void> {
  await until('the picture is gone', async () => {
    await world.wakeAll();
    const documents = await documentsOf(id);
    return documents.length === count && documents.every((each) => each.destroyed_at !== null);
  });
  for (const document of await documentsOf(id)) {
    expect(await world.deps.objectStore.exists(document.id)).toBe(false);
    expect(await world.knex('identity_document_keys').where({ document_id: document.id })).toEqual([]);
  }
  const records = (await eventsOf(id)).filter((kind) => kind === 'identity-check.document-destroyed');
  expect(records).toHaveLength(count);
}

describe('an identity document', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['a PNG', 'image/png', () => png()],
    ['a JPEG', 'image/jpeg', () => jpeg()],
    ['a PDF', 'application/pdf', () => letterPdf()],
  ])('%s is taken, seen by staff as it was sent, and gone with the result', async (_case, type, make) => {
    const applicant = await begun();
    const picture = await make();
    const sent = await applicant.send(picture, type);
    expect([sent.status, sent.body.state]).toEqual([201, 'to-check']);
    await world.wakeAll();
    const seen = await look(applicant.id)
      .buffer(true)
      .parse(binary as never);
    expect(seen.status).toBe(200);
    expect((seen.body as Buffer).equals(picture)).toBe(true);
    expect(seen.headers['cache-control']).toContain('no-store');
    expect(seen.headers['content-security-policy']).toContain('sandbox');
    expect((await eventsOf(applicant.id)).filter((kind) => kind === 'identity-check.viewed')).toHaveLength(1);
    expect((await result(applicant.id, 'passed')).status).toBe(200);
    expect(said(await look(applicant.id))).toEqual([409, 'identity-check.over']);
    await expectGone(applicant.id);
    expect(await checkOf(applicant.id)).toMatchObject({ outcome: 'passed' });
  });

  test('WF-19: its bytes lie nowhere in plain, and neither engine nor log hears of them', async () => {
    const applicant = await begun();
    const picture = png();
    await applicant.send(picture);
    await world.wakeAll();
    const [document] = await documentsOf(applicant.id);
    const stored: Buffer[] = [];
    for await (const chunk of await world.deps.objectStore.read(document?.id ?? ''))
      stored.push(chunk as Buffer);
    expect(Buffer.concat(stored).includes(picture.subarray(0, 8))).toBe(false);
    expect(world.log()).not.toContain(picture.toString('base64'));
    await applicant.withdraw();
  });

  test.each<[string, Buffer, string]>([
    ['[check 67] a page of the web', Buffer.from('<html><script>'), 'identity-document.wrong-type'],
    [
      '[check 67] a picture with a document behind it',
      Buffer.concat([png(), Buffer.from('%PDF-1.4')]),
      'identity-document.damaged',
    ],
    ['[check 68] a picture of too many pixels', png(60_000, 60_000), 'identity-document.too-large'],
  ])('%s is refused, whatever it is called', async (_case, bytes, reason) => {
    const applicant = await begun();
    expect(said(await applicant.send(bytes))).toEqual([422, reason]);
    expect(await documentsOf(applicant.id)).toEqual([]);
  });

  test('[check 68] more than ten megabytes are refused', async () => {
    const applicant = await begun();
    expect(said(await applicant.send(Buffer.alloc(10_000_001)))).toEqual([413, 'request.too-large']);
  });

  test('SE-03: where no brand asked for one, none is taken', async () => {
    const applicant = await begun('postkamer-portal');
    expect(said(await applicant.send(png()))).toEqual([409, 'registration.no-identity-document']);
  });

  test('without one the form cannot be handed in where the brand asks for it', async () => {
    const applicant = await begun();
    const refused = await applicant.submit();
    expect(said(refused)).toEqual([422, 'request.invalid']);
    expect(JSON.stringify(refused.body)).toContain('/identityDocument');
    await applicant.send(png());
    expect((await applicant.submit()).status).toBe(200);
  });

  test('the same key sends it once; a second one waits until the first was looked at', async () => {
    const applicant = await begun();
    const key = aKey();
    const [one, again] = [
      await applicant.send(png(), 'image/png', key),
      await applicant.send(png(), 'image/png', key),
    ];
    expect([one.status, again.status]).toEqual([201, 201]);
    expect(await documentsOf(applicant.id)).toHaveLength(1);
    expect(said(await applicant.send(jpeg(), 'image/jpeg'))).toEqual([409, 'identity-check.document-there']);
  });

  test('of no use: it is gone, another one is asked for and taken', async () => {
    const applicant = await begun();
    await applicant.send(png());
    await world.wakeAll();
    expect((await result(applicant.id, 'another')).status).toBe(200);
    await expectGone(applicant.id);
    expect((await applicant.read()).body.identityDocument.state).toBe('awaited');
    expect(said(await look(applicant.id))).toEqual([409, 'identity-check.no-document']);
    const sent = await applicant.send(jpeg(), 'image/jpeg');
    expect([sent.status, sent.body.state]).toEqual([201, 'to-check']);
    await result(applicant.id, 'failed');
    await expectGone(applicant.id, 2);
    expect(await checkOf(applicant.id)).toMatchObject({ outcome: 'failed' });
  });

  test('the case is withdrawn: the picture goes without a result', async () => {
    const applicant = await begun();
    await applicant.send(png());
    await world.wakeAll();
    await applicant.withdraw();
    await expectGone(applicant.id);
    expect(await checkOf(applicant.id)).toMatchObject({ outcome: 'expired' });
  });

  test('nobody but staff on the case sees it', async () => {
    const applicant = await begun();
    await applicant.send(png());
    for (const name of ['an.peeters', 'emma.jansen'])
      expect((await look(applicant.id, await world.as(name))).status).toBe(403);
    expect((await look(applicant.id, world.asSite('amsterdam'))).status).toBe(403);
    expect((await look(applicant.id, applicant.key)).status).toBe(401);
  });
});

describe('WF-19: a crash between decision and deletion', () => {
  /** A result whose life never heard of it: written, and everything dead before the deletion. */
  async function decidedAndDead() {
    const applicant = await begun();
    await applicant.send(png());
    const check = await checkOf(applicant.id);
    await commandIdentityCheck(
      world.knex,
      'decideIdentity',
    )({
      checkId: check.id,
      actor: { type: 'staff', id: await world.userId('olga.operator') },
      request: requestAt(world.deps.clock()),
      outcome: 'passed',
    });
    const [document] = await documentsOf(applicant.id);
    return { applicant, documentId: document?.id ?? '' };
  }

  test('nobody can read it from the decision on, and its life deletes it as soon as it lives again', async () => {
    const { applicant, documentId } = await decidedAndDead();
    expect(await world.deps.objectStore.exists(documentId)).toBe(true);
    expect(said(await look(applicant.id))).toEqual([409, 'identity-check.over']);
    expect(await world.knex('identity_document_keys').where({ document_id: documentId })).toEqual([]);
    await expectGone(applicant.id);
  });

  test('the sweep finds none younger than an hour, and destroys one that is older, with an alarm and a record', async () => {
    const { applicant, documentId } = await decidedAndDead();
    const alarms: object[] = [];
    const log = { error: (facts: object) => alarms.push(facts) };
    const sweep = (later: number) =>
      destroyStrays({ ...world.deps, log, clock: () => new Date(world.time.now + later).toISOString() });
    expect(await sweep(hours(1) - 1_000)).not.toContain(documentId);
    expect(await sweep(hours(1) + 1_000)).toContain(documentId);
    expect(alarms).toContainEqual({ alarm: 'identity-document.stray', documentId });
    expect(await world.deps.objectStore.exists(documentId)).toBe(false);
    expect(await sweep(hours(2))).toEqual([]);
    expect(await eventsOf(applicant.id)).toContain('identity-check.stray-destroyed');
  });

  test('an object whose key is gone is an orphan at once; one that is awaited is none', async () => {
    const dead = await decidedAndDead();
    const alive = await begun();
    await alive.send(png());
    const [kept] = await documentsOf(alive.id);
    const removed = await removeOrphans(world.deps);
    expect(removed).toContain(dead.documentId);
    expect(removed).not.toContain(kept?.id);
  });
});

function binary(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
