/**
 * The part of a policy set that rules people: passwords, links, registration, places (decided.md: People,
 * Registration, Places, Other defaults). Versioned with the set; a life keeps the version under which it began.
 */
import type { LocalTime, Zone } from './calendar.ts';
import type { PasswordPolicyName } from './password.ts';

/** When staff are there: clock times of the brand's zone by weekday, 1 (Monday) to 7; closed on public holidays (UM-25). */
export interface OpeningHours {
  readonly weekdays: readonly number[];
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export interface PeoplePolicy {
  readonly version: number;
  /** Zone of the brand. */
  readonly zone: Zone;
  /** How long a message that was received in time may still be on its way to the life. */
  readonly messageSeconds: number;
  readonly password: PasswordPolicyName;
  /** Who must have a second factor; without one he can do nothing but set one up (check 33). */
  readonly secondFactor: 'nobody' | 'administrators' | 'everybody';
  readonly links: {
    readonly invitationHours: number;
    readonly resetMinutes: number;
    readonly placeMinutes: number;
  };
  readonly invitations: {
    /** Hours after an invitation at which a silent one is recalled. */
    readonly reminderHours: number;
    /** Days after the first log-in at which the administrator hears that the user still has no right (WF-02). */
    readonly noRightsDays: number;
    /** Days after which a never used invitation of an approved registration undoes what was made for it. */
    readonly unusedDays: number;
  };
  readonly registration: {
    readonly confirmationDays: number;
    /** A draft or returned form is abandoned after so many days, with a reminder before. */
    readonly abandonedDays: number;
    readonly reminderDays: number;
    /** Opening hours within which staff answer. */
    readonly reviewHours: number;
    readonly identityDocument: boolean;
    /** Hours in which an asked-for identity document must come, and in which staff must have looked at it. */
    readonly documentHours: number;
  };
  /** Who asks for a right that is greyed (UM-15). */
  readonly rightsRequests: {
    /** Days after which a request lapses that no administrator answered. */
    readonly inHouseDays: number;
    /** Opening hours within which staff answer. */
    readonly staffHours: number;
    /** Days after a question at which a silent asker is reminded, and after which his request is closed. */
    readonly answerDays: number;
    readonly autoCloseDays: number;
  };
  readonly openingHours: readonly OpeningHours[];
  /** The ways back of who lost his password, in order. */
  readonly recovery: readonly ('self' | 'administrator' | 'staff')[];
  /** Opening hours within which an administrator who was asked starts a reset; then staff have it (UM-24). */
  readonly administratorHelpHours: number;
  /** Whether single rights may be taken back from people, or only the whole person deactivated; routers always. */
  readonly revocation: 'individual' | 'deactivate-only';
  /** */
  readonly removal: 'deactivate' | 'delete';
  readonly administratorRecovery: { readonly objectionWorkingDays: number; readonly codeDays: number };
  /** Grants are looked over every so many months, within so many days, with a reminder before (WF-43). */
  readonly accessReview: {
    readonly everyMonths: number;
    readonly answerDays: number;
    readonly reminderDays: number;
    /** Days within which who withdrew a grant may give it back. */
    readonly regrantDays: number;
  };
  readonly routers: {
    /** Opening hours within which staff look into a router that a client asked for (RT-03). */
    readonly vettingHours: number;
    /** Days after the listing at which its administrators are asked again to confirm, and the days after which they no longer are. */
    readonly confirmationReminderDays: readonly number[];
    readonly confirmationDays: number;
    /** Days after a grant at which a router that has not handed it on is reminded; after `unusedDays` the grant ends (RT-04). */
    readonly grantReminderDays: readonly number[];
    readonly unusedDays: number;
    /** What becomes of work that a router's people have begun under rights that are taken back (WF-06). */
    readonly runningWork: 'finish' | 'hand-back';
  };
  readonly places: {
    /** Whether a log-in from an unknown address waits for a mail (SE-04); a company may say otherwise. */
    readonly isOn: boolean;
    /** Bits of an address that make one place: a household or office shares them. */
    readonly ipv4Bits: number;
    readonly ipv6Bits: number;
    /** Addresses that every user of the brand may log in from: CIDR blocks. */
    readonly authorised: readonly string[];
    readonly unusedDays: number;
    readonly browserUnusedDays: number;
    /** More unknown log-ins of one user than this within an hour are told in one mail. */
    readonly mailsPerHour: number;
  };
}

/** The numbers of decided.md, for a set that says nothing else. */
export const decidedPeoplePolicy: Omit<PeoplePolicy, 'version' | 'zone'> = {
  messageSeconds: 60,
  password: 'nist',
  secondFactor: 'nobody',
  links: { invitationHours: 72, resetMinutes: 30, placeMinutes: 30 },
  invitations: { reminderHours: 48, noRightsDays: 7, unusedDays: 30 },
  registration: {
    confirmationDays: 7,
    abandonedDays: 30,
    reminderDays: 20,
    reviewHours: 8,
    identityDocument: false,
    documentHours: 72,
  },
  rightsRequests: { inHouseDays: 14, staffHours: 8, answerDays: 7, autoCloseDays: 14 },
  openingHours: [
    { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' },
    { weekdays: [6], from: '08:30', to: '12:00' },
  ],
  recovery: ['self', 'administrator', 'staff'],
  administratorHelpHours: 8,
  revocation: 'individual',
  removal: 'deactivate',
  administratorRecovery: { objectionWorkingDays: 5, codeDays: 30 },
  accessReview: { everyMonths: 12, answerDays: 30, reminderDays: 20, regrantDays: 14 },
  routers: {
    vettingHours: 8,
    confirmationReminderDays: [3, 14],
    confirmationDays: 90,
    grantReminderDays: [7, 30, 75],
    unusedDays: 90,
    runningWork: 'finish',
  },
  places: {
    isOn: false,
    ipv4Bits: 32,
    ipv6Bits: 64,
    authorised: [],
    unusedDays: 180,
    browserUnusedDays: 90,
    mailsPerHour: 3,
  },
};
