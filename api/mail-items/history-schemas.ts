import { z } from 'zod';
import { pageOf } from '../pages.ts';
import { instantShown, localShown, zoneShown } from '../shapes.ts';

const happening = z
  .strictObject({
    kind: z.string().meta({ description: 'Stable code of what happened.', example: 'mail-item.decided' }),
    text: z
      .string()
      .meta({ description: 'The same as a sentence in your language.', example: 'A reminder was sent.' }),
    at: instantShown('When.', '2027-02-02T14:00:00.000Z'),
    localAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    by: z
      .strictObject({
        role: z.enum(['customer', 'site', 'staff', 'system']).meta({
          description: 'As what somebody did it; `system`: it happened by itself.',
          example: 'customer',
        }),
        name: z
          .string()
          .nullable()
          .meta({ description: 'Of customers; nobody who works for us is named.', example: 'An Peeters' }),
      })
      .meta({ description: 'Who did it.' }),
  })
  .meta({ id: 'Happening', description: 'One thing that happened to a letter or its scan.' });

export const historyPage = pageOf(happening).meta({
  id: 'History',
  description: 'What happened, oldest first.',
});
