/** What is wrong with one field of a request; the field itself is named beside the sentence. */
import type { RefusalCatalogue } from './catalogue.ts';

const notFilledIn = {
  nl: 'Een veld is niet juist ingevuld',
  fr: 'Un champ n’est pas bien rempli',
  de: 'Ein Feld ist nicht richtig ausgefüllt',
  en: 'A field is not filled in right',
};

export const fieldRefusals = {
  'field.missing': {
    title: notFilledIn,
    detail: {
      nl: 'Dit veld is verplicht.',
      fr: 'Ce champ est obligatoire.',
      de: 'Dieses Feld ist ein Pflichtfeld.',
      en: 'This field is required.',
    },
  },
  'field.unknown': {
    title: notFilledIn,
    detail: {
      nl: 'Dit veld bestaat hier niet.',
      fr: 'Ce champ n’existe pas ici.',
      de: 'Dieses Feld gibt es hier nicht.',
      en: 'There is no such field here.',
    },
  },
  'field.given-twice': {
    title: notFilledIn,
    detail: {
      nl: 'Dit veld is meer dan één keer ingevuld.',
      fr: 'Ce champ est rempli plus d’une fois.',
      de: 'Dieses Feld ist mehr als einmal angegeben.',
      en: 'This field is given more than once.',
    },
  },
  'field.type': {
    title: notFilledIn,
    detail: {
      nl: 'Hier wordt een ander soort waarde verwacht.',
      fr: 'Un autre type de valeur est attendu ici.',
      de: 'Hier wird eine andere Art von Wert erwartet.',
      en: 'Another type of value is expected here.',
    },
  },
  'field.value': {
    title: notFilledIn,
    detail: {
      nl: 'Deze waarde kan hier niet.',
      fr: 'Cette valeur n’est pas possible ici.',
      de: 'Dieser Wert ist hier nicht möglich.',
      en: 'This value is not possible here.',
    },
  },
  'field.format': {
    title: notFilledIn,
    detail: {
      nl: 'Deze waarde is niet geschreven zoals het moet.',
      fr: 'Cette valeur n’est pas écrite comme il faut.',
      de: 'Dieser Wert ist nicht in der richtigen Form geschrieben.',
      en: 'This value is not written in the right form.',
    },
  },
  'field.too-small': {
    title: notFilledIn,
    detail: {
      nl: 'Deze waarde is te klein of te kort.',
      fr: 'Cette valeur est trop petite ou trop courte.',
      de: 'Dieser Wert ist zu klein oder zu kurz.',
      en: 'This value is too small or too short.',
    },
  },
  'field.too-big': {
    title: notFilledIn,
    detail: {
      nl: 'Deze waarde is te groot of te lang.',
      fr: 'Cette valeur est trop grande ou trop longue.',
      de: 'Dieser Wert ist zu groß oder zu lang.',
      en: 'This value is too big or too long.',
    },
  },
} satisfies RefusalCatalogue;
