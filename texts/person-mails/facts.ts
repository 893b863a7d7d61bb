/** What a mail about a person's access is made from: an invitation, a link, a word about what was changed. */
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { Facts } from '../fill.ts';
import type { Texts } from '../languages.ts';

/** Facts by name, filled into the texts; those of everybody are named. */
export interface PersonMailFacts extends Facts {
  readonly companyName?: string | null;
  /** Until when the link works, or the recipient can act. */
  readonly endsAt?: Instant | null;
  readonly zone: Zone;
  /** Listed one under the other, such as all usernames of a mailbox. */
  readonly lines?: readonly (string | Texts)[];
}

/** The texts of one kind of mail. A sentence that needs a fact nobody gave is left out. */
export interface PersonMailTexts {
  readonly subject: Texts;
  readonly heading: Texts;
  readonly lead: Texts;
  /** Above `lines`. */
  readonly linesHeading?: Texts;
  /** On the button; a mail without a link has none. */
  readonly action?: Texts;
  /** `unasked`: what to do when one did not ask for it; `account`: why one gets it; `frequency`: where one says how often; `alarm`: what to do when it was not oneself. */
  readonly footer: 'unasked' | 'account' | 'documents' | 'frequency' | 'alarm';
}
