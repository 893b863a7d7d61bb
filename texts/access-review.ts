/** What operations staff read in the Temporal UI about a review of a company's rights. */
import type { AccessReview, ReviewAct, ReviewOutcome } from '../domain/access-review.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function reviewSummary({ id, dueOn }: Pick<AccessReview, 'id' | 'dueOn'>): string {
  return `Review of a company's rights, due ${dueOn} (${id.slice(-12)})`;
}

export function reviewDetails({ terms }: AccessReview): string {
  const { answerDays, reminderDays, regrantDays, version } = terms;
  return (
    `${String(answerDays)} days to answer, a reminder after ${String(reminderDays)}, ${String(regrantDays)} days to give back, ` +
    `by policy version ${String(version)}. What nobody answers is kept.`
  );
}

const actNames: Readonly<Record<ReviewAct['kind'], string>> = {
  remind: 'Reminder of the review',
  end: 'End of the days to answer',
  close: 'End of the days to give back',
};

export function reviewActName(kind: ReviewAct['kind']): string {
  return actNames[kind];
}

const outcomes: Readonly<Record<ReviewOutcome, string>> = {
  finished: 'Everything was answered',
  unanswered: 'Not everything was answered in time, the rest is kept; look into it',
};

/** `Waiting for the administrators until …` */
export function reviewStanding(review: AccessReview, next: ReviewAct | null): string {
  const { closed, decided, endsAt, terms } = review;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (decided && next !== null)
    return `${outcomes[decided.outcome]}. What was withdrawn can be given back until ${at(next.at)}.`;
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Waiting for the administrators until ${at(endsAt)}; then what is left is kept and staff are told.${reminder}`;
}
