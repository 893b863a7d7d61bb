/** Facts that change the price, and prices the tariff does not know (decided.md Prices). */
import type { MailItem } from './mail-item.ts';
import { checkChangeable, checkVersion } from './mail-item.ts';
import type { Cents } from './money.ts';
import type { Outcome } from './outcome.ts';
import { outcome, owing } from './outcome.ts';
import type { Format } from './policy.ts';
import { priceFor, standingQuote } from './price.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

/** Facts can be corrected until the site has begun: the price the customer saw must still be his to refuse. */
export function checkCorrection(item: MailItem): Verdict {
  return checkChangeable(item);
}

/** Weight or format was recorded wrongly: the price follows, and the customer is told when it changes. */
export function correctFacts(item: MailItem, weightGrams: number, format: Format): Outcome {
  const corrected: MailItem = { ...item, weightGrams, format, quote: null };
  const asked = item.decision?.asked;
  const isRepriced = asked !== undefined && priceFor(item, asked) !== priceFor(corrected, asked);
  const told = isRepriced ? owing(corrected, 'plan-changed', item.version) : corrected;
  return outcome(told, 'facts-corrected', { weightGrams, format });
}

/** Staff name a price only where the tariff has none. */
export function checkQuote(item: MailItem): Verdict {
  const asked = item.decision?.asked;
  const isNeeded = asked !== undefined && priceFor({ ...item, quote: null }, asked) === 'needs-quote';
  return firstRefusal(checkChangeable(item), isNeeded ? allow : refuseState('quote.not-needed'));
}

/** The price in cents, without VAT, that the customer may accept. */
export function offerQuote(item: MailItem, cents: Cents): Outcome {
  const quoted = { ...item, quote: { cents, isAccepted: false, country: item.destinationCountry } };
  return outcome(owing(quoted, 'quote-offered', item.version), 'quote-offered', { cents });
}

/** Accepting binds to the version seen, as a decision does. */
export function checkQuoteAcceptance(item: MailItem, seenVersion: number): Verdict {
  return firstRefusal(
    checkChangeable(item),
    checkVersion(item, seenVersion),
    standingQuote(item) ? allow : refuseState('quote.not-offered'),
  );
}

/** From here on the site may begin at this price. */
export function acceptQuote(item: MailItem): Outcome {
  if (!item.quote) throw new Error(`no quote: mail item ${item.id}`);
  return outcome({ ...item, quote: { ...item.quote, isAccepted: true } }, 'quote-accepted', {
    cents: item.quote.cents,
  });
}
