import type { MailItem } from '../../domain/mail-item.ts';
import { offersFor } from '../../domain/offer.ts';
import type { Price } from '../../domain/price.ts';
import { priceFor } from '../../domain/price.ts';
import type { Language } from '../../texts/languages.ts';
import { wordFor } from '../../texts/words.ts';

/** What was decided about the paper, or null. */
export function presentDecision(item: MailItem, language: Language) {
  const { decision } = item;
  if (decision === null) return null;
  const { asked } = decision;
  return {
    kind: asked.kind,
    text: wordFor('decision', asked.kind, language) ?? '',
    manner: 'manner' in asked ? asked.manner : null,
    on: 'on' in asked ? asked.on : null,
    until: 'until' in asked ? asked.until : null,
    receivedAt: decision.receivedAt,
    plannedOn: decision.plannedOn,
    changeableUntil: decision.changeableUntil,
    collectBy: decision.collectBy,
    ...presentPrice(priceFor(item, asked)),
  };
}

/** What can be decided now, with its prices. */
export function presentOffers(item: MailItem, language: Language) {
  return offersFor(item).map(({ kind, prices }) => ({
    kind,
    text: wordFor('decision', kind, language) ?? '',
    prices: prices.map(({ manner, price }) => ({ manner, ...presentPrice(price) })),
  }));
}

function presentPrice(price: Price) {
  return typeof price === 'number' ? { cents: price, missing: null } : { cents: null, missing: price };
}
