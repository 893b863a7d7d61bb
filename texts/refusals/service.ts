/** Refusals that say something about the service: not found, no right, busy, away, failed. */
import type { RefusalCatalogue } from './catalogue.ts';

/** Which part is away concerns nobody outside; the reason names it for staff. */
const away = {
  title: {
    nl: 'Nu even niet beschikbaar',
    fr: 'Momentanément indisponible',
    de: 'Zurzeit nicht verfügbar',
    en: 'Not available right now',
  },
  detail: {
    nl: 'Een deel van het systeem antwoordt niet. Stuur dezelfde aanvraag met dezelfde sleutel straks opnieuw.',
    fr: 'Une partie du système ne répond pas. Renvoyez plus tard la même demande avec la même clé.',
    de: 'Ein Teil des Systems antwortet nicht. Senden Sie dieselbe Anfrage später mit demselben Schlüssel erneut.',
    en: 'A part of the system does not answer. Send the same request with the same key again later.',
  },
};

export const serviceRefusals = {
  'not-found': {
    title: { nl: 'Niet gevonden', fr: 'Introuvable', de: 'Nicht gefunden', en: 'Not found' },
    detail: {
      nl: 'Dit bestaat niet, of u mag het niet zien.',
      fr: 'Cet élément n’existe pas, ou vous ne pouvez pas le voir.',
      de: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
      en: 'This does not exist, or you may not see it.',
    },
  },
  'right.missing': {
    title: {
      nl: 'U hebt dit recht niet',
      fr: 'Vous n’avez pas ce droit',
      de: 'Dieses Recht haben Sie nicht',
      en: 'You do not have this right',
    },
    detail: {
      nl: 'Vraag het recht aan een beheerder van uw bedrijf.',
      fr: 'Demandez ce droit à un administrateur de votre entreprise.',
      de: 'Bitten Sie einen Administrator Ihres Unternehmens um dieses Recht.',
      en: 'Ask an administrator of your company for this right.',
    },
  },
  internal: {
    title: {
      nl: 'Er is bij ons iets misgegaan',
      fr: 'Une erreur s’est produite chez nous',
      de: 'Bei uns ist etwas schiefgegangen',
      en: 'Something went wrong on our side',
    },
    detail: {
      nl: 'Probeer het later opnieuw. Blijft het misgaan, noem ons dan het nummer van de aanvraag.',
      fr: 'Réessayez plus tard. Si cela persiste, indiquez-nous le numéro de la demande.',
      de: 'Bitte versuchen Sie es später erneut. Nennen Sie uns sonst die Nummer der Anfrage.',
      en: 'Please try again later. If it keeps failing, tell us the number of the request.',
    },
  },
  'request.busy': {
    title: {
      nl: 'Het is nu te druk',
      fr: 'Trop de demandes en ce moment',
      de: 'Im Augenblick ist zu viel los',
      en: 'Too busy just now',
    },
    detail: {
      nl: 'Er komen te veel aanvragen tegelijk. Probeer het zo dadelijk opnieuw.',
      fr: 'Trop de demandes arrivent en même temps. Réessayez dans un instant.',
      de: 'Es kommen zu viele Anfragen gleichzeitig. Bitte versuchen Sie es gleich noch einmal.',
      en: 'Too many requests arrive at once. Please try again in a moment.',
    },
  },
  'request.unavailable': away,
  'service.not-ready': away,
  'service.database-away': away,
  'service.temporal-away': away,
  'service.object-store-away': away,
  'service.mail-away': away,
} satisfies RefusalCatalogue;
