/** Refusals about a company as a whole. */
import type { RefusalCatalogue } from './catalogue.ts';
import { changedMeanwhile } from './shared.ts';

export const companyRefusals = {
  'company.version-stale': {
    title: changedMeanwhile,
    detail: {
      nl: 'Iemand anders heeft de gegevens van het bedrijf aangepast. Bekijk ze opnieuw en probeer het dan nog eens.',
      fr: 'Quelqu’un d’autre a modifié les données de l’entreprise. Revoyez-les, puis réessayez.',
      de: 'Jemand anders hat die Angaben des Unternehmens geändert. Sehen Sie sie sich erneut an und versuchen Sie es noch einmal.',
      en: 'Somebody else has changed the details of the company. Look at them again, then try once more.',
    },
  },
} satisfies RefusalCatalogue;
