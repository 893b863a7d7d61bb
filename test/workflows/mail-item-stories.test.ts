import type { ObjectStore } from '../../platform/object-store.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller, publish } from '../support/stories.ts';

const noStore = {} as ObjectStore;
const site = { ...belgianSite, closedDays: ['2032-03-29', '2032-05-06', '2032-05-17'] };
let teller: Teller;

beforeAll(async () => {
  teller = await openTeller(noStore);
}, 60_000);
afterAll(() => teller.close());

test('decided on day 3: forwarded the same day, never a cent of storage', async () => {
  const house = await teller.house({ policy: fourteenDays, site });
  const letter = await publish(teller, house, '2032-02-03T14:00:00.000Z');
  expect((await letter.plan())?.at).toBe('2032-02-14T23:00:00.000Z');

  await teller.until('2032-02-06T09:00:00.000Z');
  const decided = await letter.decide({ kind: 'forward-now', manner: 'standard' });
  expect(decided.decision?.changeableUntil).toBe('2032-02-06T14:00:00.000Z');

  await teller.until('2032-02-06T14:00:01.000Z');
  expect((await letter.state()).decision?.releasedAt).toBeTruthy();
  await letter.command('beginTask', {});
  await letter.command('completeTask', { happenedAt: '2032-02-06T14:00:01.000Z', outcome: null });
  expect(await teller.env.client.workflow.getHandle(letter.workflowId).result()).toBe('forwarded');
  expect(await letter.charges()).toEqual([{ key: 'forwarding', at: expect.any(String), cents: 282 }]);
  expect(await letter.events()).toEqual([
    'mail-item.received',
    'mail-item.decided',
    'mail-item.forwarding-released',
    'mail-item.task-begun',
    'mail-item.task-completed',
  ]);
});
