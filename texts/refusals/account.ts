/** Refusals about customer accounts. */
import type { RefusalCatalogue } from './catalogue.ts';

export const accountRefusals = {
  'account.number-taken': {
    title: {
      nl: 'Dit nummer is al in gebruik',
      fr: 'Ce numéro est déjà utilisé',
      de: 'Diese Nummer ist schon vergeben',
      en: 'This number is taken',
    },
    detail: {
      nl: 'Een andere klantrekening draagt dit nummer. Kies een ander of laat er een maken.',
      fr: 'Un autre compte client porte ce numéro. Choisissez-en un autre ou laissez-le attribuer.',
      de: 'Ein anderes Kundenkonto trägt diese Nummer. Wählen Sie eine andere oder lassen Sie eine vergeben.',
      en: 'Another account has this number. Choose another one, or leave it out to have one made.',
    },
  },
} as const satisfies RefusalCatalogue;
