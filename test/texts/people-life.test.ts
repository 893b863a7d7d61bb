import { carryOutReview, finish, planForReview, reviewFrom, withdrawn } from '../../domain/access-review.ts';
import type { AccessReview } from '../../domain/access-review.ts';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { planForRecovery } from '../../domain/administrator-recovery.ts';
import type { DocumentCase } from '../../domain/document-case.ts';
import { planForCase } from '../../domain/document-case.ts';
import type { PublicationRun } from '../../domain/publication-run.ts';
import { abandonRun, planForRun } from '../../domain/publication-run.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { invitationFrom, planForProvisioning } from '../../domain/user-provisioning.ts';
import { reviewDetails, reviewStanding, reviewSummary } from '../../texts/access-review.ts';
import { recoveryStanding, recoverySummary } from '../../texts/administrator-recovery.ts';
import { caseStanding } from '../../texts/document-case.ts';
import { runStanding, runSummary } from '../../texts/publication-run.ts';
import { provisioningStanding, provisioningSummary } from '../../texts/user-provisioning.ts';

const at = '2027-02-02T14:00:00.000Z';
const zone = 'Europe/Brussels';

describe('a user on his way in, as staff read it in the Temporal UI', () => {
  const terms = {
    version: 1,
    zone,
    messageSeconds: 60,
    invitationHours: 72,
    reminderHours: 48,
    noRightsDays: 7,
  };
  const invited: UserProvisioning = {
    ...{
      id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
      brand: 'demo',
      companyId: 'bakery',
      kind: 'user',
      version: 1,
    },
    ...{ terms, ...invitationFrom(at, terms) },
    ...{ acceptedAt: null, firstLogInAt: null, noRightsAt: null, closed: null },
  };
  test.each<[string, Partial<UserProvisioning>, string]>([
    [
      'invited',
      {},
      'Waiting for the invited person until Fri 5 Feb 2027, 15:00 (Europe/Brussels); then the invitation ends. A reminder is sent Thu 4 Feb 2027, 15:00 (Europe/Brussels).',
    ],
    [
      'recalled',
      { remindedAt: at },
      'Waiting for the invited person until Fri 5 Feb 2027, 15:00 (Europe/Brussels); then the invitation ends.',
    ],
    ['accepted', { acceptedAt: at }, 'Accepted; waiting for the first log-in.'],
    [
      'logged in',
      { acceptedAt: at, firstLogInAt: at, noRightsAt: '2027-02-09T23:00:00.000Z' },
      'Logged in, without any right. If that is still so Wed 10 Feb 2027, 00:00 (Europe/Brussels), the administrator is told.',
    ],
    [
      'over',
      { closed: { outcome: 'expired', at } },
      'The invitation was not accepted in time: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, facts, sentence) => {
    const row = { ...invited, ...facts };
    expect(provisioningStanding(row, planForProvisioning(row))).toBe(sentence);
  });

  test('its line names nobody', () => {
    expect(provisioningSummary(invited)).toBe('Invitation of a new user (3f6a1c2b4d5e)');
  });
});

describe('a recovery by letter', () => {
  const terms = { version: 1, zone, messageSeconds: 60, objectionWorkingDays: 5, codeDays: 30 };
  const proposed: AdministratorRecovery = {
    ...{ id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e', brand: 'demo', companyId: 'bakery', terms, version: 1 },
    ...{ proposedAt: at, proposedBy: 'olga', candidateId: 'bart', endsAt: '2027-03-04T23:00:00.000Z' },
    ...{
      approvedAt: null,
      objectionEndsAt: null,
      printedAt: null,
      openedAt: null,
      wrongCodes: 0,
      closed: null,
    },
  };
  const approved = { approvedAt: at, objectionEndsAt: '2027-02-09T23:00:00.000Z' };
  test.each<[string, Partial<AdministratorRecovery>, string]>([
    [
      'asked for by a registration',
      { proposedBy: null, candidateId: null },
      'An applicant found nobody who administers; waiting for a first member of the staff until Fri 5 Mar 2027, 00:00 (Europe/Brussels); then it ends.',
    ],
    [
      'proposed',
      {},
      'Waiting for a second member of the staff until Fri 5 Mar 2027, 00:00 (Europe/Brussels); then it ends.',
    ],
    [
      'approved',
      approved,
      'Open to objection until Wed 10 Feb 2027, 00:00 (Europe/Brussels); then the code may be entered. The letter is not printed yet.',
    ],
    [
      'open',
      { ...approved, openedAt: at, printedAt: at },
      'Waiting for the code of the letter until Fri 5 Mar 2027, 00:00 (Europe/Brussels); then it ends.',
    ],
    [
      'objected',
      { ...approved, closed: { outcome: 'objected', at } },
      'The old administrator has objected; look into it: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, facts, sentence) => {
    const row = { ...proposed, ...facts };
    expect(recoveryStanding(row, planForRecovery(row))).toBe(sentence);
    expect(recoverySummary(row)).toBe('New administrator for a company (3f6a1c2b4d5e)');
  });

  test.each<[string, Partial<AdministratorRecovery>, string]>([
    [
      'lost factors, approved',
      approved,
      'Open to objection until Wed 10 Feb 2027, 00:00 (Europe/Brussels); then the code may be entered. The letter is not printed yet.',
    ],
    [
      'lost factors, objected',
      { ...approved, closed: { outcome: 'objected', at } },
      'He or an administrator has objected; look into it: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
    [
      'lost factors, removed',
      { ...approved, closed: { outcome: 'granted', at } },
      'The factors are removed; the password alone lets him in: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, facts, sentence) => {
    const row: AdministratorRecovery = { ...proposed, purpose: 'factors', ...facts };
    expect(recoveryStanding(row, planForRecovery(row))).toBe(sentence);
    expect(recoverySummary(row)).toBe('Lost second factors of a person (3f6a1c2b4d5e)');
  });
});

describe('a review of rights', () => {
  const terms = { version: 1, zone, messageSeconds: 60, ...decidedPeoplePolicy.accessReview };
  const of = {
    id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
    brand: 'demo',
    companyId: 'c',
    dueOn: '2027-01-20',
  };
  const opened = reviewFrom(of, terms, at);
  const waiting =
    'Waiting for the administrators until Fri 5 Mar 2027, 00:00 (Europe/Brussels); then what is left is kept and staff are told.';
  test.each<[string, AccessReview, string]>([
    ['open', opened, `${waiting} A reminder is sent Tue 23 Feb 2027, 00:00 (Europe/Brussels).`],
    ['recalled', carryOutReview(opened, 'remind', 2, at), waiting],
    [
      'answered, something withdrawn',
      finish(withdrawn(opened, at), at),
      'Everything was answered. What was withdrawn can be given back until Wed 17 Feb 2027, 00:00 (Europe/Brussels).',
    ],
    [
      'not answered',
      carryOutReview(opened, 'end', 2, at),
      'Not everything was answered in time, the rest is kept; look into it: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, review, sentence) => {
    expect(reviewStanding(review, planForReview(review))).toBe(sentence);
  });

  test('its lines name nobody', () => {
    expect(reviewSummary(opened)).toBe("Review of a company's rights, due 2027-01-20 (3f6a1c2b4d5e)");
    expect(reviewDetails(opened)).toBe(
      '30 days to answer, a reminder after 20, 14 days to give back, by policy version 1. What nobody answers is kept.',
    );
  });
});

describe('documents on their way, as staff read it in the Temporal UI', () => {
  const terms = { version: 1, zone, messageSeconds: 60 };
  const waiting: DocumentCase = {
    ...{
      id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
      brand: 'demo',
      issuerId: 'issuer',
      documentId: 'document',
    },
    ...{
      terms,
      version: 1,
      openedAt: at,
      needsClient: true,
      visibleFromAt: null,
      recalled: null,
      closed: null,
    },
  };
  const embargo = '2027-02-28T23:00:00.000Z';
  test.each<[string, Partial<DocumentCase>, string]>([
    [
      'in quarantine',
      {},
      'Waiting for staff to say whose it is, or to reject it; then it is visible at once.',
    ],
    [
      'in quarantine with an embargo',
      { visibleFromAt: embargo },
      'Waiting for staff to say whose it is, or to reject it; it is visible from Mon 1 Mar 2027, 00:00 (Europe/Brussels).',
    ],
    [
      'under embargo',
      { needsClient: false, visibleFromAt: embargo },
      'Under embargo; visible from Mon 1 Mar 2027, 00:00 (Europe/Brussels).',
    ],
    [
      'taken back',
      { needsClient: false, recalled: { outcome: 'corrected', at } },
      'Replaced by another document of its issuer; those who could see it are told.',
    ],
    [
      'over',
      { closed: { outcome: 'rejected', at } },
      'Rejected by staff: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, facts, sentence) => {
    const row = { ...waiting, ...facts };
    expect(caseStanding(row, planForCase(row))).toBe(sentence);
  });

  test('a run that is open, and one that stayed silent', () => {
    const run: PublicationRun = {
      ...{
        id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e',
        brand: 'demo',
        issuerId: 'issuer',
        reference: 'INV',
        kind: 'current' as const,
      },
      ...{ terms: { ...terms, openDays: 7 }, version: 1, openedAt: at, deliveredAt: at, closed: null },
    };
    expect(runStanding(run, planForRun(run))).toBe(
      'Open for documents; over Wed 10 Feb 2027, 00:00 (Europe/Brussels) when nothing more comes.',
    );
    const over = abandonRun(run, at);
    expect(runStanding(over, planForRun(over))).toBe(
      'The issuer never completed it; what came is published: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    );
    expect(runSummary(run)).not.toContain('INV');
  });
});
