/** Refusals about customer accounts. */
import type { RefusalCatalogue } from './catalogue.ts';
import { numberTaken } from './shared.ts';

export const accountRefusals = {
  'account.number-taken': {
    title: numberTaken,
    detail: {
      nl: 'Een andere klantrekening draagt dit nummer. Kies een ander of laat er een maken.',
      fr: 'Un autre compte client porte ce numéro. Choisissez-en un autre ou laissez-le attribuer.',
      de: 'Ein anderes Kundenkonto trägt diese Nummer. Wählen Sie eine andere oder lassen Sie eine vergeben.',
      en: 'Another account has this number. Choose another one, or leave it out to have one made.',
    },
  },
  'account.version-stale': {
    title: {
      nl: 'De klantrekening is intussen gewijzigd',
      fr: 'Le compte client a changé entre-temps',
      de: 'Das Kundenkonto hat sich inzwischen geändert',
      en: 'The account has changed meanwhile',
    },
    detail: {
      nl: 'Bekijk ze opnieuw en bewaar dan. De huidige versie is {version}.',
      fr: 'Consultez-le à nouveau, puis enregistrez. La version actuelle est {version}.',
      de: 'Sehen Sie es noch einmal an und speichern Sie dann. Die aktuelle Version ist {version}.',
      en: 'Look at it again, then save. The present version is {version}.',
    },
  },
  'account.value-twice': {
    title: {
      nl: 'Deze waarde staat er twee keer',
      fr: 'Cette valeur figure deux fois',
      de: 'Dieser Wert steht zweimal da',
      en: 'This value stands there twice',
    },
    detail: {
      nl: 'Noem {value} maar één keer.',
      fr: 'Ne mentionnez {value} qu’une seule fois.',
      de: 'Nennen Sie {value} nur einmal.',
      en: 'Name {value} only once.',
    },
  },
  'account.value-in-use': {
    title: {
      nl: 'Er gelden nog rechten op deze waarde',
      fr: 'Des droits portent encore sur cette valeur',
      de: 'Es gelten noch Rechte auf diesen Wert',
      en: 'There are still rights on this value',
    },
    detail: {
      nl: 'Ze kan niet weg en blijft van haar soort zolang iemand er rechten op heeft: {values}. Er is niets bewaard.',
      fr: 'Elle ne peut disparaître ni changer de genre tant que quelqu’un y a des droits : {values}. Rien n’a été enregistré.',
      de: 'Er bleibt und behält seine Art, solange jemand Rechte darauf hat: {values}. Es wurde nichts gespeichert.',
      en: 'It stays, and stays of its kind, as long as somebody has rights on it: {values}. Nothing was saved.',
    },
  },
  'account.box-of-other-company': {
    title: {
      nl: 'Deze postbus is niet van dit bedrijf',
      fr: 'Cette boîte postale n’appartient pas à cette entreprise',
      de: 'Dieses Postfach gehört nicht diesem Unternehmen',
      en: 'This postbox is not one of the company',
    },
    detail: {
      nl: 'Kies alleen open postbussen van het bedrijf zelf. Er is niets bewaard.',
      fr: 'Ne choisissez que des boîtes ouvertes de l’entreprise même. Rien n’a été enregistré.',
      de: 'Wählen Sie nur offene Postfächer des Unternehmens selbst. Es wurde nichts gespeichert.',
      en: 'Choose only open boxes of the company itself. Nothing was saved.',
    },
  },
} as const satisfies RefusalCatalogue;
