import { expect, test } from '@jest/globals';
import { createSlots } from '../../api/slots.ts';

/** A piece of work that ends when it is told to, and what has begun so far. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done) => ends.set(name, () => done(name)));
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}
const settled = () => new Promise((go) => setImmediate(go));

test('so many at once; the next ones wait in the order in which they came', async () => {
  const slots = createSlots(2, 2);
  const { begun, work, end } = works();
  const all = ['a', 'b', 'c', 'd'].map((name) => slots.within(work(name)));
  await settled();
  expect([begun, slots.taken]).toEqual([['a', 'b'], 2]);
  end('b');
  await settled();
  expect([begun, slots.taken]).toEqual([['a', 'b', 'c'], 2]);
  ['a', 'c'].forEach(end);
  await settled();
  end('d');
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  expect(slots.taken).toBe(0);
});

test('one more than may wait is told to come back, and nothing is done for him', async () => {
  const slots = createSlots(1, 1);
  const { begun, work, end } = works();
  const [first, second] = [slots.within(work('a')), slots.within(work('b'))];
  await expect(slots.within(work('c'))).rejects.toMatchObject({ status: 503, reason: 'request.busy' });
  end('a');
  await first;
  await settled();
  end('b');
  await second;
  expect(begun).toEqual(['a', 'b']);
});

test('work that fails gives its slot back', async () => {
  const slots = createSlots(1);
  await expect(slots.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await slots.within(() => Promise.resolve('yes'))).toBe('yes');
});
