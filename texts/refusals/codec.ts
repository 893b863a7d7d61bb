/** Refusals of the codec endpoint, read by staff in front of Temporal's UI. */
import type { RefusalCatalogue } from './catalogue.ts';

export const codecRefusals = {
  'codec.not-payloads': {
    title: {
      nl: 'Dit zijn geen payloads',
      fr: 'Ce ne sont pas des payloads',
      de: 'Das sind keine Payloads',
      en: 'These are no payloads',
    },
    detail: {
      nl: 'De inhoud heeft niet de vorm die het codec-protocol van Temporal voorschrijft.',
      fr: 'Le contenu n’a pas la forme que prescrit le protocole de codec de Temporal.',
      de: 'Der Inhalt hat nicht die Form, die das Codec-Protokoll von Temporal vorschreibt.',
      en: 'The content does not have the form that the codec protocol of Temporal prescribes.',
    },
  },
  'codec.does-not-open': {
    title: {
      nl: 'Een payload gaat niet open',
      fr: 'Un payload ne s’ouvre pas',
      de: 'Ein Payload lässt sich nicht öffnen',
      en: 'A payload does not open',
    },
    detail: {
      nl: 'Hij is verzegeld met een andere sleutel of gewijzigd. Kijk de sleutels van deze installatie na.',
      fr: 'Il a été scellé avec une autre clé ou modifié. Vérifiez les clés de cette installation.',
      de: 'Er wurde mit einem anderen Schlüssel versiegelt oder verändert. Prüfen Sie die Schlüssel dieser Installation.',
      en: 'It was sealed with another key or changed. Check the keys of this installation.',
    },
  },
} satisfies RefusalCatalogue;
