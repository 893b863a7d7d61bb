import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from '../../api/in-time.ts';
import { HttpRefusal } from '../../api/refusal.ts';

test('what takes too long is no longer waited for', async () => {
  const late = () => new HttpRefusal(503, 'request.unavailable');
  await expect(inTime(pause(500), 20, late)).rejects.toMatchObject({ reason: 'request.unavailable' });
  await expect(inTime(Promise.resolve('there'), 20, late)).resolves.toBe('there');
});
