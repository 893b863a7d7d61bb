/** What is said above, or of, more than one reason: once, so that a caller reads the same words. */
import type { Texts } from '../languages.ts';

export const postboxClosed: Texts = {
  nl: 'Deze postbus is gesloten',
  fr: 'Cette boîte postale est fermée',
  de: 'Dieses Postfach ist geschlossen',
  en: 'This postbox is closed',
};

export const requestUnreadable: Texts = {
  nl: 'De aanvraag is niet leesbaar',
  fr: 'La demande est illisible',
  de: 'Die Anfrage ist nicht lesbar',
  en: 'The request cannot be read',
};

export const documentWithdrawn: Texts = {
  nl: 'Dit document is ingetrokken',
  fr: 'Ce document a été retiré',
  de: 'Dieses Dokument wurde zurückgezogen',
  en: 'This document was withdrawn',
};

export const documentDestroyed: Texts = {
  nl: 'Dit document is vernietigd',
  fr: 'Ce document a été détruit',
  de: 'Dieses Dokument wurde vernichtet',
  en: 'This document was destroyed',
};

export const numberTaken: Texts = {
  nl: 'Dit nummer is al in gebruik',
  fr: 'Ce numéro est déjà utilisé',
  de: 'Diese Nummer ist schon vergeben',
  en: 'This number is taken',
};

export const changedMeanwhile: Texts = {
  nl: 'Intussen is er iets veranderd',
  fr: 'Quelque chose a changé entre-temps',
  de: 'Inzwischen hat sich etwas geändert',
  en: 'Something has changed meanwhile',
};

export const notAdministrator: Texts = {
  nl: 'Deze persoon is geen actieve beheerder',
  fr: 'Cette personne n’est pas un administrateur actif',
  de: 'Diese Person ist kein aktiver Administrator',
  en: 'This person is no active administrator',
};

export const nothingChanged: Texts = {
  nl: 'Er is niets veranderd.',
  fr: 'Rien n’a changé.',
  de: 'Es hat sich nichts geändert.',
  en: 'Nothing has changed.',
};
