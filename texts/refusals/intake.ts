/** Refusals of an intake: where a scan belongs and what a site says about it. */
import type { RefusalCatalogue } from './catalogue.ts';
import { postboxClosed } from './shared.ts';

export const intakeRefusals = {
  'intake.unknown-postbox': {
    title: {
      nl: 'Deze postbus is niet bekend',
      fr: 'Cette boîte postale est inconnue',
      de: 'Dieses Postfach ist nicht bekannt',
      en: 'This postbox is not known',
    },
    detail: {
      nl: 'Er is op deze locatie geen postbus met dit nummer.',
      fr: 'Il n’y a pas de boîte postale portant ce numéro sur ce site.',
      de: 'An diesem Standort gibt es kein Postfach mit dieser Nummer.',
      en: 'There is no postbox with this number at this site.',
    },
  },
  'intake.closed-postbox': {
    title: postboxClosed,
    detail: {
      nl: 'Voor een gesloten postbus wordt geen post meer aangenomen.',
      fr: 'Le courrier n’est plus accepté pour une boîte postale fermée.',
      de: 'Für ein geschlossenes Postfach wird keine Post mehr angenommen.',
      en: 'No more mail is taken in for a closed postbox.',
    },
  },
  'intake.unknown-addressee': {
    title: {
      nl: 'Deze geadresseerde is niet bekend',
      fr: 'Ce destinataire est inconnu',
      de: 'Dieser Empfänger ist nicht bekannt',
      en: 'This addressee is not known',
    },
    detail: {
      nl: 'De geadresseerde hoort niet bij deze postbus. Laat het veld weg als de naam niet herkend is.',
      fr: 'Le destinataire n’appartient pas à cette boîte postale. Omettez le champ si le nom n’est pas reconnu.',
      de: 'Der Empfänger gehört nicht zu diesem Postfach. Lassen Sie das Feld weg, wenn der Name nicht erkannt wurde.',
      en: 'The addressee does not belong to this postbox. Leave the field out when the name was not recognised.',
    },
  },
  'intake.future-date': {
    title: {
      nl: 'De datum van ontvangst ligt in de toekomst',
      fr: 'La date de réception est dans le futur',
      de: 'Das Empfangsdatum liegt in der Zukunft',
      en: 'The date of receipt lies in the future',
    },
    detail: {
      nl: 'Een poststuk kan niet later ontvangen zijn dan nu. Kijk de klok van de locatie na.',
      fr: 'Un envoi ne peut pas être reçu plus tard que maintenant. Vérifiez l’horloge du site.',
      de: 'Eine Sendung kann nicht später als jetzt empfangen worden sein. Prüfen Sie die Uhr des Standorts.',
      en: 'A letter cannot have been received later than now. Check the clock of the site.',
    },
  },
  'intake.reference-taken': {
    title: {
      nl: 'Dit kenmerk hoort al bij een andere scan',
      fr: 'Cette référence appartient déjà à une autre numérisation',
      de: 'Dieses Kennzeichen gehört schon zu einem anderen Scan',
      en: 'This reference already belongs to another scan',
    },
    detail: {
      nl: 'Er is al een poststuk met dit kenmerk en een andere inhoud. Geef een ander poststuk een nieuw kenmerk. Moet de scan van hetzelfde papier vervangen worden (herscan), bel dan de operator: dat kan hier nog niet.',
      fr: 'Il existe déjà un envoi avec cette référence et un autre contenu. Donnez une nouvelle référence à un autre envoi. Si l’image du même papier doit être remplacée (renumérisation), appelez l’opérateur : ce n’est pas encore possible ici.',
      de: 'Es gibt schon eine Sendung mit diesem Kennzeichen und anderem Inhalt. Geben Sie einer anderen Sendung ein neues Kennzeichen. Soll das Bild desselben Papiers ersetzt werden (Neu-Scan), rufen Sie den Betreiber an: Das geht hier noch nicht.',
      en: 'There already is a letter with this reference and another content. Give another letter a new reference. When the picture of the same paper must be replaced (a re-scan), call the operator: that is not possible here yet.',
    },
  },
} satisfies RefusalCatalogue;
