/** Activation codes as their issuer sees them, and as who enters one is answered. */
import { z } from 'zod';
import { announcementChannels, codeStages, entryFaults } from '../../domain/activation-code.ts';
import { idParameter, line } from '../parameters.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { dayOrNull, idShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

export const codeParams = z.strictObject({ id: idParameter('The activation code.') });

const stage = z.enum(codeStages).meta({
  description:
    '`made`: nobody was told of it yet. `announced`: it works. `used`: into an account, where it works again after an ' +
    'opt-out. `consumed`: it was used, and its days are over. `expired`, `superseded`, `revoked`: it does not work.',
  example: 'announced',
});

export const codeQuery = z.strictObject({
  stage: stage.optional(),
  clientCode: line(60, 'Only those of this client code.', 'DL210001').optional(),
  batch: idParameter('Only those of this batch.').optional(),
  ...pageQuery,
});

const code = {
  id: idShown('The activation code; the code itself stands in the letter alone.'),
  clientCode: z.string().meta({ description: 'For whom it is.', example: 'DL210001' }),
  batchId: idShown('The batch it was made in.'),
  stage,
  createdAt: instantShown('When it was made.'),
  announcedOn: dayOrNull('The first day on which the customer was told.', '2027-02-02'),
  endsAt: instantOrNull('The last instant at which it works.'),
  usedAt: instantOrNull('When it was used; by whom is told to nobody.'),
  closedAt: instantOrNull('When it was over.'),
};

export const codeShown = z
  .strictObject(code)
  .meta({ id: 'ActivationCode', description: 'A printed code, as its issuer sees it.' });

export const codePage = pageOf(codeShown).meta({
  id: 'ActivationCodePage',
  description: 'A page of codes, the latest first.',
});

export const codeDetails = z
  .strictObject({
    ...code,
    announcements: z
      .array(
        z.strictObject({
          on: z.string().meta({ description: 'The day.', format: 'date', example: '2027-02-02' }),
          channel: z.enum(announcementChannels).meta({ description: 'How.', example: 'letter' }),
          reportedAt: instantShown('When it was reported.'),
        }),
      )
      .meta({ description: 'What was reported; the earliest day counts.' }),
    refusedEntries: z
      .array(
        z.strictObject({
          at: instantShown('When it was entered.'),
          reason: z.enum(entryFaults).meta({ description: 'Why it did not work.', example: 'expired' }),
        }),
      )
      .meta({ description: 'Entered in vain of late: whoever did was told no reason.' }),
  })
  .meta({
    id: 'ActivationCodeDetails',
    description: 'A code with its announcements and its refused entries.',
  });

const act = z
  .strictObject({
    kind: z.enum(['destroy-key', 'remind', 'expire']).meta({ description: 'Which act.', example: 'remind' }),
    text: z.string().meta({ description: 'The act in your language.', example: 'The customer is reminded' }),
    at: instantShown('When.'),
    localAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    policyVersion: z.int().meta({ description: 'The version of the policy that it follows.', example: 1 }),
    prevent: z
      .strictObject({
        operation: z
          .enum(['revokeActivationCode'])
          .meta({ description: 'The `operationId` that prevents it.', example: 'revokeActivationCode' }),
        until: instantShown('The last instant at which it surely does.'),
      })
      .nullable()
      .meta({ description: 'Null when nothing prevents it.' }),
  })
  .meta({ id: 'CodeAct', description: 'What will happen if nobody does anything more.' });

export const codePlan = z
  .strictObject({ acts: z.array(act).meta({ description: 'In the order in which they will happen.' }) })
  .meta({
    id: 'ActivationCodePlan',
    description: 'Every automatic act to come, computed by the function that drives the timers.',
  });

/** As it was typed: what is none of ours is answered like every other code that does not work. */
export const typedCode = z.string().min(1).max(60).meta({
  description: 'As it is printed; case, blanks and hyphens do not matter, O is read as 0, I and L as 1.',
  example: '7QK2-M9XD-40TB-VW3Z',
});

export const checkBody = z
  .strictObject({ code: typedCode })
  .meta({ id: 'ActivationCodeTyped', description: 'A code.' });

export const checkedShown = z
  .strictObject({
    clientCode: z.string().meta({ description: 'For whom it is.', example: 'DL210001' }),
    companyName: z.string().meta({ description: 'As the issuer knows it.', example: 'Garage Vermeulen' }),
    issuerName: z.string().meta({ description: 'Whose documents.', example: 'Wagenpark Lease Services' }),
    language: z.string().meta({ description: 'In which the issuer writes to you.', example: 'nl' }),
    endsAt: instantShown('The last instant at which the code works.'),
    localEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
  })
  .meta({ id: 'ActivationCodeChecked', description: 'What a code that works is for.' });
