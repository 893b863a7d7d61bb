import { z } from 'zod';
import { trashingStates } from '../../domain/trashing.ts';
import { pageOf } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { dayShown, idShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

export const trashingParams = z.strictObject({ id: idParameter('The stay in the trash.') });

export const paper = z.string().meta({
  description: 'What this means for the paper, in your language.',
  example: 'Nothing changes for the paper: the letter goes its own way, whatever happens to the scan.',
});

const purgeShown = z.strictObject({
  on: dayShown('The day on which it is gone for ever.', '2027-03-05'),
  at: instantShown('The instant.', '2027-03-04T23:00:00.000Z'),
  localAt: localShown('The same on the clock of `zone`.'),
  zone: zoneShown('The brand’s.'),
  rule: z.string().meta({ description: 'The requirement behind it.', example: 'PP-14' }),
  policyVersion: z.int().meta({ description: 'The version of the policy that it follows.', example: 1 }),
});

export const trashing = z
  .strictObject({
    id: idShown('This stay in the trash; restore or purge by it.'),
    documentId: idShown('The scan.'),
    mailItemId: idShown('The letter whose picture it is.'),
    postboxId: idShown('The box it came to.'),
    postboxNumber: z.string().meta({ description: 'Number of the box.', example: 'BE 1001' }),
    siteReference: z.string().meta({ description: 'The label on the paper.', example: 'GNT-2027-000123' }),
    pageCount: z.int().meta({ description: 'Pages.', example: 2 }),
    state: z.enum(trashingStates).meta({
      description:
        '`purging`: its purge is due or under way. `purged` and `restored`: this stay is over; a later one has ' +
        'another id.',
      example: 'in-trash',
    }),
    text: z.string().meta({
      description: 'The same as a sentence in your language.',
      example:
        'The scan will be deleted for ever on Fri 5 Mar 2027, 00:00 (Europe/Brussels). Until then you can restore it.',
    }),
    trashedAt: instantShown('When it was put there.', '2027-02-02T14:00:00.000Z'),
    restoresTo: z
      .enum(['inbox', 'archive'])
      .meta({ description: 'Where restoring puts it: where it was before.', example: 'inbox' }),
    isOnHold: z.boolean().meta({ description: 'Staff hold it: the clock stands still.', example: false }),
    purge: purgeShown.nullable().meta({
      description: 'When it is gone for ever; null while on hold and when this stay is over.',
    }),
    closedAt: instantOrNull('When this stay ended.'),
    paper,
  })
  .meta({ id: 'Trashing', description: 'A stay of a scan in the trash.' });

export const trashPage = pageOf(trashing).meta({ id: 'Trash', description: 'A page of the trash.' });

export const purgeBody = z
  .strictObject({
    confirmationToken: z.string().min(1).max(100).optional().meta({
      description: 'From the answer to the first call; without it this is the first call.',
      example: 'm5c0k3z1.x9Vd0bW1hQ3mFq6yT2cKpL8sJ4nR7uGaEoZiYtXvB5w',
    }),
  })
  .meta({ id: 'PurgeAsked', description: 'Empty the first time; the second time with what was answered.' });

export const purgeOffered = z
  .strictObject({
    trashingId: idShown('The stay in the trash.'),
    confirmationToken: z.string().meta({
      description: 'Send it once more by the same user, under another `Idempotency-Key`.',
      example: 'm5c0k3z1.x9Vd0bW1hQ3mFq6yT2cKpL8sJ4nR7uGaEoZiYtXvB5w',
    }),
    endsAt: instantShown('Until then it counts.', '2027-02-02T14:10:00.000Z'),
    localEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    text: z.string().meta({
      description: 'What confirming does, in your language.',
      example:
        'Confirm before Tue 2 Feb 2027, 15:10 (Europe/Brussels) and the scan is deleted at once and for ever.',
    }),
    paper,
  })
  .meta({ id: 'PurgeOffered', description: 'Nothing has happened yet: it must be asked for once more.' });
