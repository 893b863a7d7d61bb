import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '../../api/in-time.ts';
import { HttpRefusal } from '../../api/refusal.ts';
import { queuedPasswords } from '../../api/sessions/password-queue.ts';
import { cheapPasswords } from '../support/fixtures.ts';

test('so many hashes at once, so many waiting, and one more is told to come back', async () => {
  let running = 0;
  let most = 0;
  const atWork = async <Outcome>(outcome: Outcome): Promise<Outcome> => {
    running += 1;
    most = Math.max(most, running);
    await pause(20);
    running -= 1;
    return outcome;
  };
  const passwords = queuedPasswords(
    { ...cheapPasswords, verify: () => atWork(true), hash: () => atWork('hashed') },
    { atOnce: 2, waiting: 3 },
  );
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) =>
      index % 2 === 0 ? passwords.verify(undefined, 'x') : passwords.hash('x'),
    ),
  );
  expect(most).toBe(2);
  expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(5).fill('fulfilled'), 'rejected']);
  expect(outcomes[5]).toMatchObject({ reason: { status: 503, reason: 'request.busy' } });
  expect(await passwords.verify(undefined, 'x')).toBe(true);
});

test('a hash that fails gives its turn on', async () => {
  const passwords = queuedPasswords(
    { ...cheapPasswords, verify: () => Promise.reject(new Error('no memory')) },
    { atOnce: 1, waiting: 1 },
  );
  for (let count = 0; count < 3; count += 1)
    await expect(passwords.verify('h', 'x')).rejects.toThrow('no memory');
});

test('what takes too long is no longer waited for', async () => {
  const late = () => new HttpRefusal(503, 'request.unavailable');
  await expect(inTime(pause(500), 20, late)).rejects.toMatchObject({ reason: 'request.unavailable' });
  await expect(inTime(Promise.resolve('there'), 20, late)).resolves.toBe('there');
});
