/** Refusals around repeating and overtaking: `Idempotency-Key` and `If-Match`. */
import type { RefusalCatalogue } from './catalogue.ts';

export const idempotencyRefusals = {
  'request.key-missing': {
    title: {
      nl: 'De header Idempotency-Key ontbreekt',
      fr: 'L’en-tête Idempotency-Key manque',
      de: 'Die Kopfzeile Idempotency-Key fehlt',
      en: 'The Idempotency-Key header is missing',
    },
    detail: {
      nl: 'Geef elke aanvraag die iets wijzigt een eigen sleutel. Met dezelfde sleutel kan ze veilig herhaald worden.',
      fr: 'Donnez une clé propre à chaque demande qui modifie quelque chose. Avec la même clé, elle peut être répétée sans risque.',
      de: 'Geben Sie jeder ändernden Anfrage einen eigenen Schlüssel. Mit demselben Schlüssel kann sie gefahrlos wiederholt werden.',
      en: 'Give each request that changes something a key of its own. With the same key it can be repeated safely.',
    },
  },
  'request.key-invalid': {
    title: {
      nl: 'De header Idempotency-Key is niet geldig',
      fr: 'L’en-tête Idempotency-Key n’est pas valable',
      de: 'Die Kopfzeile Idempotency-Key ist nicht gültig',
      en: 'The Idempotency-Key header is not valid',
    },
    detail: {
      nl: 'De sleutel is te lang of bevat tekens die niet mogen. Een UUID is altijd goed.',
      fr: 'La clé est trop longue ou contient des caractères non permis. Un UUID convient toujours.',
      de: 'Der Schlüssel ist zu lang oder enthält unerlaubte Zeichen. Eine UUID ist immer richtig.',
      en: 'The key is too long or holds characters that are not allowed. A UUID is always right.',
    },
  },
  'request.key-reused': {
    title: {
      nl: 'Deze sleutel is al gebruikt voor een andere aanvraag',
      fr: 'Cette clé a déjà servi pour une autre demande',
      de: 'Dieser Schlüssel wurde schon für eine andere Anfrage benutzt',
      en: 'This key was already used for another request',
    },
    detail: {
      nl: 'Dezelfde sleutel hoort bij dezelfde inhoud. Neem voor een nieuwe aanvraag een nieuwe sleutel.',
      fr: 'Une même clé va avec un même contenu. Prenez une nouvelle clé pour une nouvelle demande.',
      de: 'Derselbe Schlüssel gehört zu demselben Inhalt. Nehmen Sie für eine neue Anfrage einen neuen Schlüssel.',
      en: 'The same key belongs to the same content. Take a new key for a new request.',
    },
  },
  'request.if-match-missing': {
    title: {
      nl: 'De header If-Match ontbreekt',
      fr: 'L’en-tête If-Match manque',
      de: 'Die Kopfzeile If-Match fehlt',
      en: 'The If-Match header is missing',
    },
    detail: {
      nl: 'Noem de versie waarop u beslist: de ETag van het laatste antwoord.',
      fr: 'Indiquez la version sur laquelle vous décidez : l’ETag de la dernière réponse.',
      de: 'Nennen Sie die Version, über die Sie entscheiden: das ETag der letzten Antwort.',
      en: 'Name the version you decide on: the ETag of the last answer.',
    },
  },
  'request.if-match-invalid': {
    title: {
      nl: 'De header If-Match is niet geldig',
      fr: 'L’en-tête If-Match n’est pas valable',
      de: 'Die Kopfzeile If-Match ist nicht gültig',
      en: 'The If-Match header is not valid',
    },
    detail: {
      nl: 'Geef de ETag van het laatste antwoord terug zoals hij was.',
      fr: 'Renvoyez l’ETag de la dernière réponse tel quel.',
      de: 'Geben Sie das ETag der letzten Antwort unverändert zurück.',
      en: 'Hand back the ETag of the last answer as it was.',
    },
  },
} satisfies RefusalCatalogue;
