/** How often somebody hears of new documents (UP-13, Parameters); nobody else learns it (UP-15). */
import { z } from 'zod';
import { setDocumentFrequency } from '../../db/changes/tell-documents.ts';
import { ownNotices } from '../../db/queries/document-notices.ts';
import { frequencies } from '../../domain/document-notice.ts';
import { noContent, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { onTheClock } from '../on-the-clock.ts';
import { operation } from '../operation.ts';
import { instantShown, localShown, zoneShown } from '../shapes.ts';

const meanings =
  '`at-once`: as soon as documents are there, those of a few minutes together. `daily`, `weekly`: in the morning, all of them ' +
  'in one mail.';

const shown = z
  .strictObject({
    frequency: z
      .enum(frequencies)
      .nullable()
      .meta({
        description: `${meanings} Null: you have chosen none, and each brand does as it has decided.`,
        example: 'daily',
      }),
    upcoming: z
      .array(
        z.strictObject({
          brandName: z.string().meta({ description: 'Whose documents.', example: 'Brievenbus' }),
          frequency: z.enum(frequencies).meta({ description: 'How this mail is timed.', example: 'daily' }),
          at: instantShown('When the mail goes, if you may still see a document then.'),
          localAt: localShown('The same on the clock of `zone`.'),
          zone: zoneShown('The brand’s.'),
        }),
      )
      .meta({ description: 'The mails that gather for you by now, the next one first.' }),
  })
  .meta({ id: 'DocumentNotices', description: 'How often you hear of new documents, and when next.' });

const frequencyBody = z
  .strictObject({ frequency: z.enum(frequencies).meta({ description: meanings, example: 'daily' }) })
  .meta({ id: 'DocumentFrequency', description: 'How often you want to hear of new documents.' });

const common = { tags: ['Receptions'] as [string], caller: ['user'] as ['user'], right: 'self' as const };

export const readOwnDocumentNotices = operation({
  ...common,
  id: 'readOwnDocumentNotices',
  method: 'get',
  path: '/v1/me/document-notices',
  summary: 'How often you hear of new documents',
  description: 'With the mails that gather for you by now.',
  responses: { 200: { description: 'Your choice.', schema: shown } },
  refusals: {},
  handle: ({ caller }, { knex }) => ownNotices(knex, caller.id),
  answer: ({ chosen, gathering }) =>
    ok({
      frequency: chosen,
      upcoming: gathering.map(({ brandName, frequency, dueAt, zone }) => ({
        ...{ brandName, frequency, zone },
        ...onTheClock(dueAt, zone),
      })),
    }),
});

export const setOwnDocumentNotices = operation({
  ...common,
  id: 'setOwnDocumentNotices',
  method: 'put',
  path: '/v1/me/document-notices',
  summary: 'Choose how often you hear of new documents',
  description: 'Counts at once, for what gathers by now too. Of documents themselves nothing is mailed.',
  body: frequencyBody,
  responses: { 204: { description: 'Chosen.' } },
  refusals: {},
  handle: async ({ caller, body, receivedAt }, { knex }) => {
    await setDocumentFrequency(knex)(caller.id, body.frequency, eventActorOf(caller), receivedAt);
  },
  answer: () => noContent(),
});
