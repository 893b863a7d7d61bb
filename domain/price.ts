/** What the customer pays for what is done with the paper: policy only; the carrier's postage is our cost. */
import type { DecisionRequest, MailItem, Quote } from './mail-item.ts';
import type { Cents } from './money.ts';
import type { DestinationZone, Manner } from './policy.ts';

/** Cents without VAT; `needs-quote` where the tariff has no line, `needs-address` where there is nowhere to send. */
export type Price = Cents | 'needs-quote' | 'needs-address';

/** The tariff zone of a country, seen from the site that ships. */
function destinationZone(item: MailItem, country: string): DestinationZone {
  if (country === item.site.country) return 'domestic';
  return item.policy.europeanCountries.includes(country) ? 'europe' : 'world';
}

/** Price of carrying the wish out on the item's present weight, format and address (decided.md, Prices). */
export function priceFor(item: MailItem, asked: DecisionRequest): Price {
  const { handlingCents } = item.policy;
  switch (asked.kind) {
    case 'keep':
      return 0;
    case 'pick-up':
      return handlingCents.pickUp;
    case 'destroy':
      return handlingCents.destroy;
    case 'forward-now':
    case 'forward-on-date':
      return forwardingPrice(item, asked.manner);
  }
}

/** The offer as it stands: one that was made for another country is void, accepted or not (decided.md, Prices). */
export function standingQuote({
  quote,
  destinationCountry,
}: Pick<MailItem, 'quote' | 'destinationCountry'>): Quote | null {
  return quote !== null && quote.country === destinationCountry ? quote : null;
}

function forwardingPrice(item: MailItem, manner: Manner): Price {
  const quote = standingQuote(item);
  if (quote?.isAccepted) return quote.cents;
  if (item.destinationCountry === null) return 'needs-address';
  const postage = postageFor(item, manner, destinationZone(item, item.destinationCountry));
  return postage === null ? 'needs-quote' : item.policy.handlingCents.forward + postage;
}

/** The cheapest line of the tariff that carries the weight, or null when no line does. */
function postageFor(item: MailItem, manner: Manner, zone: DestinationZone): Cents | null {
  const lines = item.policy.postage.filter(
    (rate) =>
      rate.manner === manner &&
      rate.zone === zone &&
      rate.format === item.format &&
      item.weightGrams <= rate.upToGrams,
  );
  return lines.length === 0 ? null : Math.min(...lines.map((rate) => rate.cents));
}
