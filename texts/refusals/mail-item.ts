/** Refusals of acting on a mail item as it stands, and of a decision as it is asked for. */
import type { RefusalCatalogue } from './catalogue.ts';

export const mailItemRefusals = {
  'mail-item.version-stale': {
    title: {
      nl: 'Dit poststuk is intussen gewijzigd',
      fr: 'Cet envoi a été modifié entre-temps',
      de: 'Diese Sendung wurde inzwischen geändert',
      en: 'This letter has changed in the meantime',
    },
    detail: {
      nl: 'U besliste over een oudere toestand. Bekijk de huidige toestand en beslis opnieuw.',
      fr: 'Vous avez décidé sur un état plus ancien. Consultez l’état actuel et décidez à nouveau.',
      de: 'Sie haben über einen älteren Stand entschieden. Sehen Sie sich den jetzigen Stand an und entscheiden Sie neu.',
      en: 'You decided on an older state. Look at the present state and decide again.',
    },
  },
  'mail-item.closed': {
    title: {
      nl: 'Dit poststuk is afgehandeld',
      fr: 'Cet envoi est clôturé',
      de: 'Diese Sendung ist erledigt',
      en: 'This letter is done with',
    },
    detail: {
      nl: 'Het papier is niet meer bij ons. Er is niets meer te beslissen.',
      fr: 'Le papier n’est plus chez nous. Il n’y a plus rien à décider.',
      de: 'Das Papier ist nicht mehr bei uns. Es gibt nichts mehr zu entscheiden.',
      en: 'The paper is no longer with us. There is nothing left to decide.',
    },
  },
  'mail-item.begun': {
    title: {
      nl: 'De uitvoering is al begonnen',
      fr: 'L’exécution a déjà commencé',
      de: 'Die Ausführung hat schon begonnen',
      en: 'The work has already begun',
    },
    detail: {
      nl: 'De locatie is met dit poststuk bezig. Wijzigen kan niet meer.',
      fr: 'Le site s’occupe de cet envoi. Il n’est plus possible de changer d’avis.',
      de: 'Der Standort arbeitet an dieser Sendung. Eine Änderung ist nicht mehr möglich.',
      en: 'The site is at work on this letter. It can no longer be changed.',
    },
  },
  'mail-item.on-hold': {
    title: {
      nl: 'Dit poststuk is geblokkeerd',
      fr: 'Cet envoi est bloqué',
      de: 'Diese Sendung ist gesperrt',
      en: 'This letter is on hold',
    },
    detail: {
      nl: 'Een medewerker heeft dit poststuk geblokkeerd. Tot de vrijgave gebeurt er niets mee en kost het niets.',
      fr: 'Un collaborateur a bloqué cet envoi. Jusqu’à sa libération, rien ne se passe et rien n’est facturé.',
      de: 'Ein Mitarbeiter hat diese Sendung gesperrt. Bis zur Freigabe geschieht nichts damit und kostet sie nichts.',
      en: 'A member of staff put this letter on hold. Until it is released nothing happens to it and nothing is charged.',
    },
  },
  'mail-item.not-on-hold': {
    title: {
      nl: 'Dit poststuk is niet geblokkeerd',
      fr: 'Cet envoi n’est pas bloqué',
      de: 'Diese Sendung ist nicht gesperrt',
      en: 'This letter is not on hold',
    },
    detail: {
      nl: 'Er is niets vrij te geven.',
      fr: 'Il n’y a rien à libérer.',
      de: 'Es gibt nichts freizugeben.',
      en: 'There is nothing to release.',
    },
  },
  'decision.not-allowed': {
    title: {
      nl: 'Deze keuze is voor deze postbus niet toegestaan',
      fr: 'Ce choix n’est pas permis pour cette boîte postale',
      de: 'Diese Wahl ist für dieses Postfach nicht erlaubt',
      en: 'This choice is not allowed for this postbox',
    },
    detail: {
      nl: 'De instellingen van de postbus laten deze keuze niet toe. Mogelijk is: {allowed:decision}.',
      fr: 'Les réglages de la boîte postale ne permettent pas ce choix. Possibilités : {allowed:decision}.',
      de: 'Die Einstellungen des Postfachs erlauben diese Wahl nicht. Möglich ist: {allowed:decision}.',
      en: 'The settings of the postbox do not allow this choice. Possible is: {allowed:decision}.',
    },
  },
  'decision.manner-not-offered': {
    title: {
      nl: 'Deze verzendwijze wordt niet aangeboden',
      fr: 'Ce mode d’expédition n’est pas proposé',
      de: 'Diese Versandart wird nicht angeboten',
      en: 'This manner of sending is not offered',
    },
    detail: {
      nl: 'Kies een andere verzendwijze. Mogelijk is: {allowed:manner}.',
      fr: 'Choisissez un autre mode d’expédition. Possibilités : {allowed:manner}.',
      de: 'Bitte wählen Sie eine andere Versandart. Möglich ist: {allowed:manner}.',
      en: 'Choose another manner of sending. Possible is: {allowed:manner}.',
    },
  },
} satisfies RefusalCatalogue;
