/** What can be decided about a letter now, and what carrying it out costs in each manner (PP-08, decided.md Prices). */
import { openDecisions } from './decision.ts';
import type { DecisionKind, DecisionRequest, MailItem } from './mail-item.ts';
import type { Manner } from './policy.ts';
import type { Price } from './price.ts';
import { priceFor } from './price.ts';

export interface Offer {
  readonly kind: DecisionKind;
  /** `manner` is null where there is but one way. Storage until then is not part of the price: it is in the plan. */
  readonly prices: readonly { readonly manner: Manner | null; readonly price: Price }[];
}

/** Every decision that is open now. A quote belongs to the decision it was given for. */
export function offersFor(item: MailItem): readonly Offer[] {
  const unquoted = { ...item, quote: null };
  return openDecisions(item).map((kind) => ({
    kind,
    prices: waysOf(kind, item).map(({ manner, asked }) => ({ manner, price: priceFor(unquoted, asked) })),
  }));
}

function waysOf(
  kind: DecisionKind,
  { policy, publishedAt }: MailItem,
): readonly { manner: Manner | null; asked: DecisionRequest }[] {
  // The day does not change the price.
  const day = publishedAt.slice(0, 10);
  switch (kind) {
    case 'forward-now':
      return policy.manners.map((manner) => ({ manner, asked: { kind, manner } }));
    case 'forward-on-date':
      return policy.manners.map((manner) => ({ manner, asked: { kind, on: day, manner } }));
    case 'keep':
      return [{ manner: null, asked: { kind, until: day } }];
    case 'pick-up':
    case 'destroy':
      return [{ manner: null, asked: { kind } }];
  }
}
