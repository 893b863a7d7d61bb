/** A letter as it is shown. */
import { z } from 'zod';
import { outcomes, primaryOptions, stages } from '../../domain/mail-item.ts';
import { documentLocations } from '../../domain/trashing.ts';
import { pageOf } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import {
  centsShown,
  dayShown,
  idShown,
  instantOrNull,
  instantShown,
  versionShown,
  zoneShown,
} from '../shapes.ts';
import { decisionOffered, decisionShown } from './decision-schemas.ts';
import { format } from './intake-schemas.ts';
import { actShown, planShown } from './plan-schemas.ts';

export const itemParams = z.strictObject({ id: idParameter('The letter.') });

const stage = z.enum(stages).meta({ description: 'Where the paper stands.', example: 'undecided' });
const dueAt = instantOrNull('By when a decision is awaited; storage is charged from then on.');

/** What the state alone tells: the answer to every command. */
const status = {
  id: idShown('The letter.'),
  version: versionShown,
  stage,
  stageText: z.string().meta({ description: 'The same in your language.', example: 'awaiting a decision' }),
  decision: decisionShown.nullable().meta({ description: 'Null while nothing has been decided.' }),
  dueAt,
  changeableUntil: instantOrNull('Until then the decision can surely be changed.'),
  costCents: centsShown('What the letter has cost so far.', 0),
};

export const mailItemStatus = z
  .strictObject({ ...status, plan: planShown })
  .meta({ id: 'MailItemStatus', description: 'A letter after a command, with its plan.' });

/** The scan: it lives on its own, whatever happens to the paper. */
const scan = z
  .strictObject({
    documentId: idShown('The document.'),
    location: z.enum(documentLocations).meta({ description: 'Where the scan lies.', example: 'inbox' }),
    pageCount: z.int().meta({ description: 'Pages.', example: 2 }),
    trashing: z
      .strictObject({
        id: idShown('This stay in the trash; restore or purge by it.'),
        purgeAt: instantShown('When it is gone for ever.', '2027-03-04T23:00:00.000Z'),
        isOnHold: z.boolean().meta({ description: 'The clock stands still.', example: false }),
      })
      .nullable()
      .meta({ description: 'Null unless the scan is in the trash.' }),
  })
  .meta({ id: 'Scan', description: 'The picture of the paper. The paper and its picture are two things.' });

const addressee = z.strictObject({
  id: idShown('The addressee.'),
  name: z.string().meta({ description: 'As it is registered for the box.', example: 'An Peeters' }),
});

const facts = {
  postboxId: idShown('The box it came to.'),
  postboxNumber: z.string().meta({ description: 'Number of the box.', example: 'BE 1001' }),
  siteReference: z.string().meta({ description: 'The label on the paper.', example: 'GNT-2027-000123' }),
  senderLine: z.string().nullable().meta({ description: 'The sender, when known.', example: 'Stad Gent' }),
  addressee: addressee.nullable().meta({ description: 'Null when the name was not recognised.' }),
  format,
  weightGrams: z.int().meta({ description: 'Weight in grams.', example: 20 }),
  receivedAt: instantShown('When the paper came.', '2027-02-02T09:00:00.000Z'),
  publishedAt: instantShown('When the scan appeared; from here the days count.', '2027-02-02T14:00:00.000Z'),
  unread: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether you have not read it; null for staff.', example: true }),
};

const storage = z
  .strictObject({
    periodDays: z.int().meta({ description: 'Calendar days of one period.', example: 7 }),
    periodCents: centsShown('What a started period costs.'),
    chargedPeriods: z.int().meta({ description: 'Periods charged so far.', example: 0 }),
    nextChargeAt: instantOrNull('When the next period is charged if nothing is done.'),
    endsAt: instantShown('Nothing is charged after this.', '2027-05-11T22:00:00.000Z'),
    lastDay: dayShown('The last day until which it can be kept.', '2027-05-11'),
    freeUntil: instantOrNull('No storage before this, after a failure of ours.'),
    graceUntil: instantOrNull('We were late: a decision until then costs no storage.'),
  })
  .meta({ id: 'Storage', description: 'What keeping the paper costs, and for how long it is possible.' });

const quote = z.strictObject({
  cents: centsShown('The price offered.', 2450),
  isAccepted: z.boolean().meta({ description: 'Whether it was accepted.', example: false }),
});

const closed = z.strictObject({
  outcome: z.enum(outcomes).meta({ description: 'What became of the paper.', example: 'forwarded' }),
  at: instantShown('When it happened.'),
});

export const mailItem = z
  .strictObject({
    ...status,
    ...facts,
    zone: zoneShown('On whose clock deadlines and storage run.'),
    siteZone: zoneShown('On whose clock the site works.'),
    primaryOption: z
      .enum(primaryOptions)
      .meta({ description: 'What the box did with it by itself.', example: 'scan' }),
    decisions: z
      .array(decisionOffered)
      .meta({ description: 'What can be decided now; empty when nothing can.' }),
    quote: quote.nullable().meta({ description: 'A price offered for what the tariff does not know.' }),
    storage,
    heldSince: instantOrNull('Since when staff hold it.'),
    nextAct: actShown.nullable().meta({ description: 'What happens next if nobody does anything.' }),
    scan,
    closed: closed.nullable().meta({ description: 'Null while the paper is with us.' }),
  })
  .meta({
    id: 'MailItem',
    description: 'A letter: its paper at the site, and what is known and decided of it.',
  });

const mailItemListed = z
  .strictObject({
    id: idShown('The letter.'),
    version: versionShown,
    stage,
    stageText: status.stageText,
    dueAt,
    costCents: status.costCents,
    ...facts,
    scan: z
      .strictObject({
        documentId: scan.shape.documentId,
        location: scan.shape.location,
        pageCount: scan.shape.pageCount,
      })
      .meta({ description: 'The picture of the paper.' }),
  })
  .meta({ id: 'MailItemListed', description: 'A letter in the inbox.' });

export const inboxPage = pageOf(mailItemListed).meta({ id: 'Inbox', description: 'A page of the inbox.' });
