/** Refusals of the books: none of them is a customer's doing. */
import type { RefusalCatalogue } from './catalogue.ts';

const cannotBeBooked = {
  nl: 'Dit kan niet geboekt worden',
  fr: 'Ceci ne peut pas être comptabilisé',
  de: 'Das kann nicht gebucht werden',
  en: 'This cannot be posted',
};

export const ledgerRefusals = {
  'ledger.unbalanced': {
    title: cannotBeBooked,
    detail: {
      nl: 'De regels van de boeking zijn samen niet nul.',
      fr: 'La somme des lignes de l’écriture n’est pas nulle.',
      de: 'Die Zeilen der Buchung gleichen sich nicht aus.',
      en: 'The entries of the transaction do not sum to zero.',
    },
  },
  'ledger.too-few-entries': {
    title: cannotBeBooked,
    detail: {
      nl: 'Een boeking heeft minstens twee regels.',
      fr: 'Une écriture compte au moins deux lignes.',
      de: 'Eine Buchung hat mindestens zwei Zeilen.',
      en: 'A transaction has at least two entries.',
    },
  },
  'ledger.not-whole-cents': {
    title: cannotBeBooked,
    detail: {
      nl: 'Een bedrag is geen geheel aantal cent.',
      fr: 'Un montant n’est pas un nombre entier de centimes.',
      de: 'Ein Betrag ist keine ganze Zahl von Cent.',
      en: 'An amount is not a whole number of cents.',
    },
  },
} satisfies RefusalCatalogue;
