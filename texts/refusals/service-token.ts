/** Refusals about the tokens with which sites call (decided.md, Places). */
import type { RefusalCatalogue } from './catalogue.ts';
import { changedMeanwhile } from './shared.ts';

export const serviceTokenRefusals = {
  'service-token.version-stale': {
    title: changedMeanwhile,
    detail: {
      nl: 'Iemand anders heeft de adressen van dit token aangepast. Bekijk ze opnieuw en probeer het dan nog eens.',
      fr: 'Quelqu’un d’autre a modifié les adresses de ce jeton. Revoyez-les, puis réessayez.',
      de: 'Jemand anders hat die Adressen dieses Tokens geändert. Sehen Sie sie sich erneut an und versuchen Sie es noch einmal.',
      en: 'Somebody else has changed the addresses of this token. Look at them again, then try once more.',
    },
  },
} satisfies RefusalCatalogue;
