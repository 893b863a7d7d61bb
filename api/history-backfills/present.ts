/** How far the past of a reception has come (WF-36). */
import { z } from 'zod';
import type { HistoryBackfill } from '../../domain/history-backfill.ts';

export const historyShape = {
  shown: z.int().meta({ description: 'How many documents have come.', example: 84 }),
  total: z.int().nullable().meta({
    description: 'How many there are to come, counted with the first of them; null before.',
    example: 84,
  }),
  oldestOn: z.string().nullable().meta({
    description: 'The day of the oldest that has come; null while there is none.',
    format: 'date',
    example: '2020-02-03',
  }),
};

export const history = z
  .strictObject({
    ...historyShape,
    isComplete: z.boolean().meta({ description: 'Whether all of it is there.', example: true }),
  })
  .meta({
    id: 'ReceptionHistory',
    description: 'Documents published before you agreed: they come newest first, and arrive as read.',
  });

export function presentHistory({ shown, total, oldestOn }: HistoryBackfill) {
  return { shown, total, oldestOn };
}
