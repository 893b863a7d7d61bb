/** What operations staff read in the Temporal UI about a consent to electronic documents. */
import type { ChannelConsent, ConsentAct, ConsentOutcome } from '../domain/channel-consent.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function consentSummary({ id }: Pick<ChannelConsent, 'id'>): string {
  return `Electronic instead of paper (${id.slice(-12)})`;
}

export function consentDetails({ terms }: ChannelConsent): string {
  const { count, withinDays, answerDays, version } = terms;
  return `${String(count)} mails that come back in ${String(withinDays)} days lead to a question for ${String(answerDays)} days, by policy version ${String(version)}.`;
}

const acts: Readonly<Record<ConsentAct['kind'], string>> = {
  'return-to-paper': 'End of the days to answer: back to paper',
};

export function consentActName(kind: ConsentAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<ConsentOutcome, string>> = {
  'opted-out': 'Back to paper, as the customer wished',
  deactivated: 'Back to paper: deactivated by the issuer or by staff',
  undeliverable: 'Back to paper: mails came back and nobody answered',
  replaced: 'The issuer named another main contact',
};

/** `Received electronically since …` */
export function consentStanding(consent: ChannelConsent): string {
  const { closed, asked, consentedAt, terms } = consent;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (asked === null)
    return `Received electronically since ${at(consentedAt)}, until somebody ends it or mails come back.`;
  const then = terms.isPaperRefused ? 'paper is refused, so nothing follows by itself' : 'then back to paper';
  return `Mails come back; the customer is asked until ${at(asked.endsAt)}, ${then}.`;
}
