import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { keepIdentityDocument } from '../../db/changes/keep-identity-document.ts';
import { identityCheckToStart } from '../../db/queries/identity-checks.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import { apply, openOffice } from '../support/registration-stories.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { insisting, until } from '../support/wait.ts';

const removed: string[] = [];
/** How often the store refuses before it lets go. */
let refusals = 0;
const store = {
  remove: (id: string) => {
    refusals -= 1;
    if (refusals >= 0) return Promise.reject(new Error('the store is away'));
    removed.push(id);
    return Promise.resolve();
  },
} as unknown as ObjectStore;
let teller: Teller;

beforeEach(async () => {
  removed.length = 0;
  refusals = 0;
  teller = await openTeller(store);
});
afterEach(() => teller.close());

const registration = { ...decidedPeoplePolicy.registration, identityDocument: true };

/** A case with a document that came at that instant, its check started as the relay would. */
async function documentAt(at: string) {
  const office = await openOffice(teller, { registration });
  const applicant = await apply(teller, office, at);
  await applicant.confirm();
  const id = uuid();
  const document = {
    id,
    mediaType: 'image/png',
    sha256: hashOf(id),
    bytes: 1,
    holderKey: 'h',
    wrappedKey: 'w',
  };
  const request = requestAt(at);
  const { checkId } = await keepIdentityDocument(teller.knex)(applicant.id, document, at, request);
  const state = async () => {
    const found = await identityCheckToStart(teller.knex, checkId);
    if (!found) throw new Error(`no check ${checkId}`);
    return found;
  };
  const start = startOfLife('identity-check', await state());
  const { env, taskQueue } = teller;
  await env.client.workflow.start(start.workflow, {
    ...startOptions(start, taskQueue),
    workflowRunTimeout: '500 days',
  });
  teller.remember(start.workflowId);
  const handle = env.client.workflow.getHandle(start.workflowId);
  return {
    applicant,
    documentId: id,
    state,
    command: async (name: string, more: object = {}) => {
      const asked = requestAt(await teller.now());
      const actor = { type: 'staff', id: office.staffId };
      const args: [unknown] = [{ checkId, actor, request: asked, ...more }];
      return insisting(() => handle.executeUpdate<unknown, [unknown]>(name, { args, updateId: asked.id }));
    },
    told: (): Promise<string[]> => teller.knex('notices').where({ life_id: checkId }).pluck('kind'),
    isGone: async () => (await state()).closed !== null && removed.includes(id),
  };
}

test('nobody looks within 72 hours: the picture is destroyed without a result, another one is asked for', async () => {
  const check = await documentAt('2032-02-03T09:00:00.000Z');
  await teller.until('2032-02-06T08:55:00.000Z');
  expect(removed).toEqual([]);
  await teller.until('2032-02-06T09:05:00.000Z');
  await until('it is gone', check.isGone);
  expect((await check.state()).closed?.outcome).toBe('expired');
  expect(await check.told()).toEqual(['identity-document-again']);
});

test('WF-19: the store is away for a while: the deletion is tried until it is done, and the result stands', async () => {
  const check = await documentAt('2032-02-03T09:00:00.000Z');
  refusals = 3;
  await check.command('decideIdentity', { outcome: 'passed' });
  expect((await check.state()).outcome).toBe('passed');
  expect(await teller.knex('identity_document_keys').where({ document_id: check.documentId })).toEqual([]);
  await teller.until('2032-02-03T09:10:00.000Z');
  await until('it is gone', check.isGone);
  const records: string[] = await teller
    .knex('events')
    .where({ kind: 'identity-check.document-destroyed' })
    .pluck('body');
  expect(records).toHaveLength(1);
  expect(JSON.parse(records[0] ?? '{}')).toMatchObject({ documentId: check.documentId });
});

test('another picture was asked for and never came: the check ends after 72 hours', async () => {
  const check = await documentAt('2032-02-03T09:00:00.000Z');
  await check.command('askForAnother');
  await until('the first is gone', () => removed.length === 1);
  await teller.until('2032-02-06T09:10:00.000Z');
  await until('it is over', async () => (await check.state()).closed !== null);
  expect((await check.state()).closed?.outcome).toBe('expired');
});

test('a case is not approved before its document has passed', async () => {
  const check = await documentAt('2032-02-03T09:00:00.000Z');
  await check.applicant.command('submit');
  await expect(check.applicant.approve()).rejects.toMatchObject({
    cause: { message: 'registration.identity-missing' },
  });
  await check.command('decideIdentity', { outcome: 'passed' });
  expect((await check.applicant.approve()).approvedAt).not.toBeNull();
});
