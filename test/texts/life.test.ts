import {
  carryingOut,
  inTrash,
  mailItemDetails,
  mailItemSummary,
  paperGone,
  trashingDetails,
  trashingOver,
  trashingSummary,
  waitingFor,
} from '../../texts/life.ts';

const zone = 'Europe/Brussels';
const due = '2027-02-16T23:00:00.000Z';

describe('what staff read in the Temporal UI', () => {
  test.each([
    [
      'an undecided letter',
      { stage: 'undecided', until: due, then: 'charge-storage', thenCents: 50, periodDays: 7, costCents: 0 },
      'Waiting for a decision until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then storage at €0.50 a week. Cost so far: €0.00.',
    ],
    [
      'periods of another length',
      {
        stage: 'undecided',
        until: due,
        then: 'charge-storage',
        thenCents: 50,
        periodDays: 10,
        costCents: 150,
      },
      'Waiting for a decision until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then storage at €0.50 every 10 days. Cost so far: €1.50.',
    ],
    [
      'a shipment with its price',
      { stage: 'forwarding', until: due, then: 'ship', thenCents: 375, costCents: 0 },
      'Waiting to be forwarded until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then the site ships for €3.75. Cost so far: €0.00.',
    ],
    [
      'a price nobody knows yet',
      { stage: 'forwarding', until: due, then: 'ship', thenCents: null, costCents: 0 },
      'Waiting to be forwarded until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then the site ships. Cost so far: €0.00.',
    ],
    [
      'a reminder, which ends no wait',
      { stage: 'undecided', until: '2027-02-13T23:00:00.000Z', then: 'remind', costCents: 0 },
      'Waiting for a decision; a reminder is sent Sun 14 Feb 2027, 00:00 (Europe/Brussels). Cost so far: €0.00.',
    ],
    [
      'only people can move it',
      { stage: 'review', until: null, then: null, costCents: 600 },
      'Waiting for staff to review it. Cost so far: €6.00.',
    ],
  ] as const)('%s', (_name, facts, sentence) => {
    expect(waitingFor({ ...facts, zone })).toBe(sentence);
  });

  test('where the paper went, and when', () => {
    const gone = { stage: 'handed-over', at: '2027-02-17T09:12:00.000Z', zone, costCents: 50 } as const;
    expect(paperGone(gone)).toBe('Handed over on Wed 17 Feb 2027, 10:12 (Europe/Brussels). Cost: €0.50.');
  });

  test('a scan in the trash, on hold, and out of it', () => {
    expect(inTrash({ purgeAt: due, zone, isHeld: false })).toBe(
      'In the trash until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then the scan is destroyed for ever.',
    );
    expect(inTrash({ purgeAt: due, zone, isHeld: true })).toContain('on hold');
    expect(trashingOver({ outcome: 'restored', at: due, zone })).toContain(
      'Restored from the trash on Wed 17 Feb',
    );
  });

  test('an act that does not succeed is named, and since when', () => {
    expect(carryingOut('Storage charge', due)).toBe(
      'Being carried out since Tue 16 Feb 2027, 23:00 (UTC): Storage charge. If this stays here it does not succeed, and is tried again by itself.',
    );
  });

  test('summaries and details', () => {
    expect(mailItemSummary({ siteReference: 'BRU-17', postboxNumber: '4711' })).toBe(
      'Letter BRU-17 in postbox 4711',
    );
    expect(
      mailItemDetails({ publishedAt: '2027-02-02T14:00:00.000Z', dueAt: due, zone, policyVersion: 3 }),
    ).toBe(
      'Published Tue 2 Feb 2027, 15:00 (Europe/Brussels), with a decision due Wed 17 Feb 2027, 00:00 (Europe/Brussels) by policy version 3.',
    );
    expect(trashingSummary({ documentId: 'd1' })).toBe('Scan d1 in the trash');
    expect(trashingDetails({ trashedAt: due, zone, days: 30, policyVersion: 3 })).toContain('after 30 days');
  });
});
