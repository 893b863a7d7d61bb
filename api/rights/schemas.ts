/** Rights as they are asked for and shown. */
import { z } from 'zod';

const values = z.array(z.string().min(1).max(100)).max(500);

const block = z
  .strictObject({
    actions: z
      .array(z.string().min(1).max(60))
      .max(60)
      .meta({ description: 'What may be done, by keys of the application.', example: ['read', 'decide'] }),
    scope: z.record(z.string().max(60), values).meta({
      description: 'On what, by dimension: every action on every combination of these values.',
      example: { postboxes: ['01890a5d-ac96-774b-bcce-b302099a8057'] },
    }),
  })
  .meta({ id: 'RightBlock', description: 'Actions on every combination of scope values.' });

export const rightSetShown = z
  .array(block)
  .max(40)
  .meta({ description: 'Blocks of rights; together they are what is held.' });
