/**
 * One letter through the running product, with a real PDF and real mail, as its customer and its site live it. Outside
 * production the API checks every answer against what its operation declares, and so against api/openapi.json.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '../../domain/calendar.ts';
import type { Branch } from '../support/branch.ts';
import { violationsIn } from '../support/invariants.ts';
import { mailsTo } from '../support/mailbox.ts';
import type { Answer } from '../support/portal.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import type { Soon } from '../support/soon.ts';
import { soon } from '../support/soon.ts';
import { until, untilTime } from '../support/wait.ts';

let scene: OpenScene;
let branch: Branch;
/** The site's run of today leaves within two minutes. */
let cutOff: Soon;
/** What was handed in, and what it became. */
const letter = { id: '', documentId: '', pdf: Buffer.alloc(0), reference: '' };

beforeAll(async () => {
  scene = await openScene();
  cutOff = soon(45, '15:00');
  branch = await scene.open({
    zone: 'Europe/Brussels',
    site: { zone: cutOff.zone, cutOff: '15:00' },
    policy: { decisionDays: 14, reminderDaysBefore: [3, 1] },
    language: 'nl',
  });
}, 400_000);
afterAll(() => scene.close());

const read = (path: string): Promise<Answer> => scene.portal.get(branch.customer, path);
const bySite = (path: string, body?: object) =>
  scene.portal.send({ as: branch.siteStaff, path, ...(body && { body }) });
const byCustomer = (path: string, body?: object) =>
  scene.portal.send({ as: branch.customer, path, ...(body && { body }) });

test('it arrives: the customer is told in his language and reads the very scan', async () => {
  const { product, portal } = scene;
  const command = await branch.letter();
  const { status, body, headers } = await portal.send(command);
  expect({ status, location: headers.get('Location') }).toEqual({
    status: 201,
    location: `/v1/mail-items/${body.id}`,
  });
  const again = await portal.send(command);
  expect({ status: again.status, id: again.body.id }).toEqual({ status: 200, id: body.id });
  const [listed] = (await read('/v1/mail-items')).body.items;
  expect(listed).toMatchObject({
    id: body.id,
    stage: 'undecided',
    stageText: 'wacht op uw keuze',
    unread: true,
  });
  const { siteReference: reference } = listed;
  Object.assign(letter, { id: body.id, documentId: listed.scan.documentId, pdf: command.scan, reference });

  await until('the mail has arrived', async () => (await mailsTo(product, branch.ground.email)).length === 1);
  const [mail] = await mailsTo(product, branch.ground.email);
  expect(mail?.subject).toBe(`Nieuwe post in postbus ${branch.ground.postboxNumber}: ${reference}`);
  expect(mail?.headers).toContainEqual({ name: 'content-language', value: 'nl' });
  for (const text of [mail?.text, mail?.html]) expect(text).toContain(`/mail-items/${letter.id}`);
  const scan = await portal.download(branch.customer, `/v1/documents/${letter.documentId}/content`);
  expect(scan.bytes.equals(letter.pdf)).toBe(true);
});

test('its plan says what will happen, and what would happen instead', async () => {
  const { body: plan } = await read(`/v1/mail-items/${letter.id}/plan`);
  const kinds = plan.acts.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(['remind', 'remind', ...Array<string>(12).fill('charge-storage'), 'end-storage']);
  expect(plan).toMatchObject({ costSoFarCents: 0, totalCents: 600 });
  const { body: instead } = await read(`/v1/mail-items/${letter.id}/plan?decision=forward-now`);
  expect(instead).toMatchObject({ decision: { kind: 'forward-now', cents: 282 }, totalCents: 282 });
});

test('it is to be kept, then to leave today: the second wish needs the version that the first one made', async () => {
  const { portal } = scene;
  const today = dayOf(new Date().toISOString(), cutOff.zone);
  const keep = { kind: 'keep' as const, until: dayOf(new Date().toISOString(), 'Europe/Brussels') };
  expect(await portal.send(branch.decision(letter, keep))).toMatchObject({
    status: 200,
    body: { stage: 'kept' },
  });
  const leave = { kind: 'forward-on-date' as const, on: today, manner: 'standard' as const };
  expect(await portal.send(branch.decision(letter, leave))).toMatchObject({
    status: 409,
    body: { reason: 'mail-item.version-stale', details: { version: 2, decision: 'keep' } },
  });
  const { status, body } = await portal.send(branch.decision(letter, leave, 2));
  expect({ status, stage: body.stage, until: body.changeableUntil }).toEqual({
    status: 200,
    stage: 'forwarding',
    until: cutOff.at,
  });
  expect(body.plan).toMatchObject({ toComeCents: 282, totalCents: 282 });
});

test('the site cannot begin before the cut-off, the customer cannot change after it has begun', async () => {
  const { body: work } = await scene.portal.get(branch.siteStaff, '/v1/site-tasks');
  const [task] = work.items;
  expect(task).toMatchObject({ mailItemId: letter.id, kind: 'ship', blockedBy: 'task.too-early' });
  expect(await bySite(`/v1/site-tasks/${task.id}/begin`)).toMatchObject({
    status: 409,
    body: { reason: 'task.too-early', details: { changeableUntil: cutOff.at } },
  });
  await untilTime(cutOff.at);
  await until('the forwarding is released', async () => {
    return (await scene.portal.get(branch.siteStaff, `/v1/site-tasks/${task.id}`)).body.blockedBy === null;
  });
  expect(await bySite(`/v1/site-tasks/${task.id}/begin`)).toMatchObject({
    status: 200,
    body: { stage: 'in-hand' },
  });
  const tooLate = await scene.portal.send(branch.decision(letter, { kind: 'pick-up' }, 5));
  expect(tooLate).toMatchObject({ status: 409, body: { reason: 'mail-item.begun' } });
  const happenedAt = new Date().toISOString();
  const done = { kind: 'ship', happenedAt, carrier: 'bpost', tracking: '3232000111', postageCents: 132 };
  const answer = await bySite(`/v1/site-tasks/${task.id}/completion`, done);
  expect(answer).toMatchObject({ status: 200, body: { state: 'done', stage: 'forwarded' } });
}, 400_000);

test('it has left: told by mail, charged as planned, its history in words', async () => {
  const { product } = scene;
  const { companyId, email } = branch.ground;
  await until('the second mail has arrived', async () => (await mailsTo(product, email)).length === 2);
  const [mail] = await mailsTo(product, email);
  expect(mail?.subject).toBe(`Poststuk ${letter.reference} is verzonden`);
  expect(mail?.text).toMatch(/bpost[^]*3232000111[^]*2,82/);
  const { body: ledger } = await read(`/v1/companies/${companyId}/ledger`);
  expect(ledger.balanceCents).toBe(282);
  expect(ledger.items).toMatchObject([{ kind: 'forwarding', amountCents: 282, subjectId: letter.id }]);
  expect((await read(`/v1/mail-items/${letter.id}`)).body).toMatchObject({
    stage: 'forwarded',
    costCents: 282,
    nextAct: null,
    closed: { outcome: 'forwarded' },
  });
  const { body: history } = await read(`/v1/mail-items/${letter.id}/history`);
  const told = history.items.map(({ kind }: { kind: string }) => kind.replace('mail-item.', ''));
  expect(told).toEqual([
    'received',
    'decided',
    'decided',
    'forwarding-released',
    'task-begun',
    'task-completed',
  ]);
  expect(history.items[0].text).toBe('Het poststuk is ontvangen en gescand.');
});

test('its scan is archived, thrown away, brought back, thrown away again and gone at once', async () => {
  const { portal } = scene;
  const scan = `/v1/documents/${letter.documentId}`;
  expect((await byCustomer(`${scan}/archive`)).body).toMatchObject({ location: 'archive' });
  const { body: stay } = await portal.send(branch.trash(letter));
  expect((await read('/v1/trash')).body.items).toMatchObject([{ id: stay.id, restoresTo: 'archive' }]);
  expect((await byCustomer(`/v1/trashings/${stay.id}/restore`)).body).toMatchObject({ state: 'restored' });
  expect((await read(scan)).body).toMatchObject({ location: 'archive' });

  const { body: second } = await portal.send(branch.trash(letter));
  const offer = await portal.send(branch.purge(second.id));
  expect(offer.status).toBe(202);
  expect((await portal.send(branch.purge(second.id, offer.body.confirmationToken))).status).toBe(200);
  await until('the scan is gone', async () => (await read(scan)).body.location === 'destroyed');
  expect(await read(`${scan}/content`)).toMatchObject({ status: 409, body: { reason: 'document.purged' } });
  const { body: history } = await read(`/v1/mail-items/${letter.id}/history`);
  expect(history.items.at(-1).kind).toBe('document.purged');
});

test('and everything that must always hold, holds', async () => {
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);
