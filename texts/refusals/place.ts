/** Refusals about where somebody logs in from (SE-04, SE-05). */
import type { RefusalCatalogue } from './catalogue.ts';

export const placeRefusals = {
  'place.other-browser': {
    title: {
      nl: 'Open de link in de browser waarin u zich aanmeldde',
      fr: 'Ouvrez le lien dans le navigateur où vous vous êtes connecté',
      de: 'Öffnen Sie den Link in dem Browser, in dem Sie sich anmelden wollten',
      en: 'Open the link in the browser in which you were logging in',
    },
    detail: {
      nl: 'De link hoort bij één aanmelding in één browser. Meld u opnieuw aan in de browser die u wilt gebruiken: u krijgt dan een nieuwe mail.',
      fr: 'Le lien appartient à une seule connexion dans un seul navigateur. Reconnectez-vous dans le navigateur que vous voulez utiliser : vous recevrez un nouveau message.',
      de: 'Der Link gehört zu einer Anmeldung in einem Browser. Melden Sie sich in dem Browser, den Sie benutzen möchten, erneut an: Sie erhalten dann eine neue E-Mail.',
      en: 'The link belongs to one log-in in one browser. Log in again in the browser that you want to use: you will then get a new mail.',
    },
  },
  'place.not-authorised': {
    title: {
      nl: 'Deze plaats is nog niet bevestigd',
      fr: 'Ce lieu n’est pas encore confirmé',
      de: 'Dieser Ort ist noch nicht bestätigt',
      en: 'This place is not confirmed yet',
    },
    detail: {
      nl: 'Meld u vanaf hier opnieuw aan: u krijgt een mail met een link waarmee u deze plaats bevestigt.',
      fr: 'Reconnectez-vous d’ici : vous recevrez un message avec un lien pour confirmer ce lieu.',
      de: 'Melden Sie sich von hier erneut an: Sie erhalten eine E-Mail mit einem Link, mit dem Sie diesen Ort bestätigen.',
      en: 'Log in again from here: you will get a mail with a link by which you confirm this place.',
    },
  },
  'place.network-invalid': {
    title: {
      nl: 'Dit is geen netwerk',
      fr: 'Ceci n’est pas un réseau',
      de: 'Das ist kein Netz',
      en: 'This is not a network',
    },
    detail: {
      nl: '{network} is geen adres en geen blok in CIDR-notatie, zoals 192.0.2.0/24 of 2001:db8::/48.',
      fr: '{network} n’est ni une adresse ni un bloc en notation CIDR, comme 192.0.2.0/24 ou 2001:db8::/48.',
      de: '{network} ist weder eine Adresse noch ein Block in CIDR-Schreibweise wie 192.0.2.0/24 oder 2001:db8::/48.',
      en: '{network} is neither an address nor a block in CIDR notation, such as 192.0.2.0/24 or 2001:db8::/48.',
    },
  },
  'place.network-too-wide': {
    title: {
      nl: 'Dit netwerk is te groot',
      fr: 'Ce réseau est trop grand',
      de: 'Dieses Netz ist zu groß',
      en: 'This network is too wide',
    },
    detail: {
      nl: '{network} omvat te veel adressen. Het blok moet minstens /{widest} zijn.',
      fr: '{network} comprend trop d’adresses. Le bloc doit être au moins /{widest}.',
      de: '{network} umfasst zu viele Adressen. Der Block muss mindestens /{widest} sein.',
      en: '{network} covers too many addresses. The block must be /{widest} at least.',
    },
  },
  'place.too-many': {
    title: {
      nl: 'Te veel plaatsen',
      fr: 'Trop de lieux',
      de: 'Zu viele Orte',
      en: 'Too many places',
    },
    detail: {
      nl: 'Er zijn al {most} plaatsen bevestigd. Verwijder er eerst een.',
      fr: '{most} lieux sont déjà confirmés. Supprimez-en d’abord un.',
      de: 'Es sind bereits {most} Orte bestätigt. Entfernen Sie zuerst einen.',
      en: '{most} places are confirmed already. Remove one first.',
    },
  },
} satisfies RefusalCatalogue;
