/** Runs that stay silent, and documents that wait, told with dates (WF-33). */
import type { Actor } from '../../db/changes/append-event.ts';
import { correctDocument, withdrawDocument } from '../../db/changes/recall-document.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { issuedDocumentById } from '../../db/queries/issued-documents.ts';
import type { Instant } from '../../domain/calendar.ts';
import { isSeen } from '../../domain/issued-document.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { begin } from '../support/people-stories.ts';
import { anIssuer, aPrepared } from '../support/publication-stories.ts';
import { staffMember } from '../support/staff.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
let staff: Actor;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
  staff = await staffMember(teller.knex);
});
afterEach(() => teller.close());

const refused = (reason: string) => ({ cause: { message: reason } });
async function isSeenBy(userId: string, documentId: string, at: Instant): Promise<boolean> {
  const found = await issuedDocumentById(teller.knex, documentId, userId);
  if (found === null) throw new Error(`no document ${documentId}`);
  return isSeen(found.standing, await sightsOf(teller.knex, userId, at), at);
}

test('a run that stays silent for seven days, over the change of the clock, is over at local midnight', async () => {
  const { beginRun } = await anIssuer(teller);
  const run = await begin(teller, 'publication-run', await beginRun('2027-03-22T10:00:00.000Z'));
  await teller.knex('publication_runs').update({ delivered_at: new Date('2027-03-24T10:00:00.000Z') });
  await teller.until('2027-03-29T22:05:00.000Z');
  expect(await run.events()).toEqual(['publication-run.opened']);
  await teller.until('2027-03-31T21:59:00.000Z');
  expect(await run.events()).toEqual(['publication-run.opened']);
  await teller.until('2027-03-31T22:02:00.000Z');
  expect(await run.result()).toBe('abandoned');
  expect(await run.events()).toEqual(['publication-run.opened', 'publication-run.abandoned']);
});

test('completed at the last instant it is complete, a millisecond later it was over', async () => {
  const { beginRun, actor } = await anIssuer(teller);
  const run = await begin(teller, 'publication-run', await beginRun('2027-02-02T10:00:00.000Z'));
  const complete = (at: Instant) => run.command('complete', 'runId', {}, at, actor);
  await teller.until('2027-02-09T23:00:30.000Z');
  await expect(complete('2027-02-09T23:00:00.001Z')).rejects.toMatchObject(refused('publication-run.over'));
  await complete('2027-02-09T23:00:00.000Z');
  expect(await run.result()).toBe('published');
});

test('an embargo ends at midnight of its day, when the clock has just changed', async () => {
  const { publish, house } = await anIssuer(teller);
  const { documentId, caseId } = await publish('2027-03-20T10:00:00.000Z', { embargoUntil: '2027-03-29' });
  const life = await begin(teller, 'document-case', caseId);
  expect(await isSeenBy(house.userId, documentId, '2027-03-28T21:59:59.999Z')).toBe(false);
  expect(await isSeenBy(house.userId, documentId, '2027-03-28T22:00:00.000Z')).toBe(true);
  await teller.until('2027-03-28T22:05:00.000Z');
  expect(await life.result()).toBe('published');
});

test('quarantine waits for staff for weeks; assigned it is there, and by the channel of that day', async () => {
  const { publish, house, clientCodeId } = await anIssuer(teller);
  const { documentId, caseId } = await publish('2027-02-02T10:00:00.000Z', { clientCode: 'NOBODY1' });
  const life = await begin(teller, 'document-case', caseId);
  await teller.until('2027-04-02T10:00:00.000Z');
  expect(await isSeenBy(house.userId, documentId, '2027-04-02T10:00:00.000Z')).toBe(false);
  const input = { clientCodeId: await clientCodeId() };
  await life.command('assign', 'caseId', {}, undefined, staff, { input });
  expect(await life.result()).toBe('published');
  expect(await isSeenBy(house.userId, documentId, '2027-04-02T10:00:01.000Z')).toBe(true);
  const row = await teller.knex('issued_documents').where({ id: documentId }).first('channel');
  expect(row.channel).toBe('electronic');
});

test('quarantined and under embargo: assigned it waits for its day, withdrawn before it nobody ever sees it', async () => {
  const { publish, house, clientCodeId, actor } = await anIssuer(teller);
  const of = { clientCode: 'NOBODY1', embargoUntil: '2027-03-01' };
  const { documentId, caseId } = await publish('2027-02-02T10:00:00.000Z', of);
  const life = await begin(teller, 'document-case', caseId);
  await life.command('assign', 'caseId', {}, undefined, staff, {
    input: { clientCodeId: await clientCodeId() },
  });
  await expect(
    life.command('reject', 'caseId', {}, undefined, staff, { input: { reason: 'unknown-client' } }),
  ).rejects.toMatchObject(refused('document-case.not-quarantined'));
  await teller.until('2027-02-20T10:00:00.000Z');
  await life.command('withdraw', 'caseId', {}, undefined, actor, { input: null });
  expect(await life.result()).toBe('withdrawn');
  expect(await isSeenBy(house.userId, documentId, '2027-03-02T10:00:00.000Z')).toBe(false);
  expect(await life.events()).toEqual([
    'document-case.opened',
    'document-case.assigned',
    'document-case.withdrawn',
  ]);
});

test('corrected while it waits: its life ends by the word of it, nobody is told that it is gone', async () => {
  const { publish, house, issuerId, actor, code } = await anIssuer(teller);
  const { documentId, caseId } = await publish('2027-02-02T10:00:00.000Z', { embargoUntil: '2027-03-01' });
  const life = await begin(teller, 'document-case', caseId);
  const at = '2027-02-05T10:00:00.000Z';
  await teller.until(at);
  const recall = { documentId, ground: await publishingGround(teller.knex, issuerId, at), actor, at };
  const { number } = await teller.knex('issued_documents').where({ id: documentId }).first('number');
  const other = aPrepared({ clientCode: code, embargoUntil: null });
  const prepared = { ...other, data: { ...other.data, number } };
  const request = { id: 'c'.repeat(64), bodyHash: 'b'.repeat(64), receivedAt: at };
  await correctDocument(teller.knex)(recall, prepared, request);
  await life.poke();
  expect(await life.result()).toBe('corrected');
  expect([await life.events(), await life.told()]).toEqual([
    ['document-case.opened', 'document-case.corrected'],
    [],
  ]);
  expect(await isSeenBy(house.userId, documentId, '2027-03-02T10:00:00.000Z')).toBe(false);
  expect(await isSeenBy(house.userId, prepared.documentId, at)).toBe(true);
});

test('rejected: its number is free', async () => {
  const { publish } = await anIssuer(teller);
  const { documentId, caseId } = await publish('2027-02-02T10:00:00.000Z', { clientCode: 'NOBODY1' });
  const life = await begin(teller, 'document-case', caseId);
  await life.command('reject', 'caseId', {}, undefined, staff, { input: { reason: 'other-issuer' } });
  expect(await life.result()).toBe('rejected');
  const row = await teller.knex('issued_documents').where({ id: documentId }).first('number_key');
  expect(row.number_key).toBeNull();
});

test('withdrawn after it was seen: who could see it is told in his language, then the case is over', async () => {
  const { publish, house, issuerId, actor } = await anIssuer(teller);
  const at = '2027-02-05T10:00:00.000Z';
  const { documentId } = await publish('2027-02-02T10:00:00.000Z');
  await teller.until(at);
  const recall = { documentId, ground: await publishingGround(teller.knex, issuerId, at), actor, at };
  const request = { id: 'a'.repeat(64), bodyHash: 'b'.repeat(64), receivedAt: at };
  await withdrawDocument(teller.knex)(recall, request);
  const open = await teller
    .knex('document_cases')
    .where({ open_key: documentId })
    .first<{ id: string }>('id');
  const life = await begin(teller, 'document-case', open.id);
  expect(await life.result()).toBe('withdrawn');
  const [mail] = await caughtOnce(house.email, 1);
  expect(mail?.subject).toContain('A part of it has withdrawn document');
  expect(await life.told()).toEqual(['issued-document-withdrawn']);
});
