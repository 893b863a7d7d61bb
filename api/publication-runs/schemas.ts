/** Deliveries of many documents as they are begun and reported (WF-33). */
import { z } from 'zod';
import { rowOutcomes, runKinds, runStages } from '../../domain/publication-run.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idParameter, line } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const runParams = z.strictObject({ id: idParameter('The run.') });
export const runsQuery = z.strictObject(pageQuery);

export const runBody = z
  .strictObject({
    reference: line(120, 'Your name for it: the same reference is the same run.', 'INV-2027-02'),
    kind: z
      .enum(runKinds)
      .default('current')
      .meta({
        description:
          '`archive`: what was issued before today and went out on paper then. It arrives as read for who receives its client ' +
          'codes, and nobody is told of it.',
        example: 'current',
      }),
  })
  .meta({ id: 'PublicationRunBeginning', description: 'What a run is begun with.' });

const count = (description: string, example: number) => z.int().meta({ description, example });

const counts = z
  .strictObject({
    published: count('Visible to who receives them, or on paper.', 49_980),
    embargoed: count('Kept back until their day.', 0),
    quarantined: count('Of a client code that is not yours: our staff look at them.', 3),
    known: count('Published before, by another delivery.', 15),
    refused: count('Not taken in: the rows say why.', 2),
  })
  .meta({ description: 'How many of its documents became what.' });

export const publicationRun = z
  .strictObject({
    id: idShown('The run.'),
    reference: z.string().meta({ description: 'Your name for it.', example: 'INV-2027-02' }),
    kind: z.enum(runKinds).meta({ description: 'What it brings.', example: 'current' }),
    stage: z.enum(runStages).meta({
      description:
        '`open`: takes documents. `published`: completed, all were taken in. `partial`: completed, some were refused. ' +
        '`abandoned`: nothing more came and nobody completed it; what came is published.',
      example: 'open',
    }),
    openedAt: instantShown('When it began.'),
    endsAt: instantOrNull('When it is over unless more comes; null when it is.'),
    closedAt: instantOrNull('When it was completed or abandoned.'),
    counts,
  })
  .meta({ id: 'PublicationRun', description: 'A delivery of many documents.' });

export const runsPage = pageOf(publicationRun).meta({
  id: 'PublicationRuns',
  description: 'A page of runs.',
});

const row = z
  .strictObject({
    name: z
      .string()
      .meta({ description: 'Its name in the delivery, without ending.', example: '2027-02/000123' }),
    number: z
      .string()
      .nullable()
      .meta({ description: 'The number of the document.', example: '2027-000123' }),
    outcome: z.enum(rowOutcomes).meta({ description: 'What became of it.', example: 'published' }),
    reason: z.string().nullable().meta({
      description: 'Why it was refused, as a refusal of a single document would say.',
      example: null,
    }),
    text: z.string().nullable().meta({ description: 'The same in your language.', example: null }),
    details: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'What helps to do better: the place in the document, the limits.',
      example: null,
    }),
    documentId: z.string().nullable().meta({
      description: 'The document; of what was refused the one that it is, withdrawn since; else null.',
      example: null,
    }),
    reportedAt: instantShown('When that became of it.'),
  })
  .meta({ id: 'PublicationRow', description: 'One document of a run.' });

export const rowsPage = pageOf(row).meta({
  id: 'PublicationRows',
  description: 'A page of the documents of a run.',
});

export const rowsQuery = z.strictObject({
  ...pageQuery,
  outcome: z.enum(rowOutcomes).meta({ description: 'Only those.', example: 'refused' }).optional(),
});
