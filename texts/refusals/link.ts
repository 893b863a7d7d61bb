/** One answer for every link that does not work: it tells nothing about anybody, and names the ways on. */
import type { RefusalCatalogue } from './catalogue.ts';

export const linkRefusals = {
  'link.unusable': {
    title: {
      nl: 'Deze link werkt niet (meer)',
      fr: 'Ce lien ne fonctionne pas (ou plus)',
      de: 'Dieser Link funktioniert nicht (mehr)',
      en: 'This link does not work (any more)',
    },
    detail: {
      nl: 'Een link werkt één keer en een beperkte tijd, en niet meer zodra er iets aan uw gegevens is veranderd. Vraag een nieuwe aan en gebruik de laatste mail.',
      fr: 'Un lien fonctionne une seule fois et pendant un temps limité, et plus dès que vos données ont changé. Demandez-en un nouveau et utilisez le dernier message.',
      de: 'Ein Link funktioniert einmal und für begrenzte Zeit, und nicht mehr, sobald sich Ihre Daten geändert haben. Fordern Sie einen neuen an und verwenden Sie die letzte E-Mail.',
      en: 'A link works once and for a limited time, and no more once anything about your details has changed. Ask for a new one and use the latest mail.',
    },
  },
} satisfies RefusalCatalogue;
