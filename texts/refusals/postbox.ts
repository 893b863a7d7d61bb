/** Refusals around a postbox: its settings, addresses, addressees and notification address. */
import type { RefusalCatalogue } from './catalogue.ts';
import { postboxClosed } from './shared.ts';

export const postboxRefusals = {
  'postbox.closed': {
    title: postboxClosed,
    detail: {
      nl: 'De instellingen van een gesloten postbus kunnen niet meer wijzigen.',
      fr: 'Les réglages d’une boîte postale fermée ne peuvent plus changer.',
      de: 'Die Einstellungen eines geschlossenen Postfachs können nicht mehr geändert werden.',
      en: 'The settings of a closed postbox can no longer change.',
    },
  },
  'postbox.notification-link-dead': {
    title: {
      nl: 'Deze link werkt niet meer',
      fr: 'Ce lien ne fonctionne plus',
      de: 'Dieser Link gilt nicht mehr',
      en: 'This link no longer works',
    },
    detail: {
      nl: 'De link is verlopen, al gebruikt of door een nieuwere vervangen. Vraag in de instellingen een nieuwe aan.',
      fr: 'Le lien a expiré, a déjà servi ou a été remplacé. Demandez-en un nouveau dans les réglages.',
      de: 'Der Link ist abgelaufen, schon benutzt oder ersetzt. Fordern Sie in den Einstellungen einen neuen an.',
      en: 'The link has expired, was used before or was replaced. Ask for a new one in the settings.',
    },
  },
  'postbox.version-stale': {
    title: {
      nl: 'Deze postbus is intussen gewijzigd',
      fr: 'Cette boîte postale a été modifiée entre-temps',
      de: 'Dieses Postfach wurde inzwischen geändert',
      en: 'This postbox has changed in the meantime',
    },
    detail: {
      nl: 'U wijzigde oudere instellingen. Bekijk de huidige en probeer opnieuw.',
      fr: 'Vous avez modifié des réglages plus anciens. Consultez les réglages actuels et réessayez.',
      de: 'Sie haben ältere Einstellungen geändert. Sehen Sie sich die jetzigen an und versuchen Sie es erneut.',
      en: 'You changed older settings. Look at the present ones and try again.',
    },
  },
  'postbox.option-not-allowed': {
    title: {
      nl: 'Deze instellingen passen niet bij elkaar',
      fr: 'Ces réglages ne vont pas ensemble',
      de: 'Diese Einstellungen passen nicht zusammen',
      en: 'These settings do not go together',
    },
    detail: {
      nl: 'Wat de postbus vanzelf doet, moet ook toegestaan zijn. Sta dit toe: {needed:decision}.',
      fr: 'Ce que la boîte postale fait d’elle-même doit aussi être permis. Permettez ceci : {needed:decision}.',
      de: 'Was das Postfach von selbst tut, muss auch erlaubt sein. Erlauben Sie dies: {needed:decision}.',
      en: 'What the box does by itself must be allowed too. Allow this: {needed:decision}.',
    },
  },
  'postbox.notification-address-refused': {
    title: {
      nl: 'Dit e-mailadres neemt geen mail aan',
      fr: 'Cette adresse e-mail n’accepte pas de message',
      de: 'Diese E-Mail-Adresse nimmt keine E-Mails an',
      en: 'This e-mail address takes no mail',
    },
    detail: {
      nl: 'De mailserver weigert dit adres. Controleer het en probeer opnieuw.',
      fr: 'Le serveur de messagerie refuse cette adresse. Vérifiez-la et réessayez.',
      de: 'Der Mailserver lehnt diese Adresse ab. Prüfen Sie sie und versuchen Sie es erneut.',
      en: 'The mail server refuses this address. Check it and try again.',
    },
  },
  'postbox.decisions-empty': {
    title: {
      nl: 'Er moet iets te kiezen blijven',
      fr: 'Il doit rester un choix possible',
      de: 'Es muss etwas zu wählen bleiben',
      en: 'Something must remain to choose from',
    },
    detail: {
      nl: 'Laat voor deze postbus minstens één keuze toe.',
      fr: 'Permettez au moins un choix pour cette boîte postale.',
      de: 'Erlauben Sie für dieses Postfach mindestens eine Wahl.',
      en: 'Allow at least one choice for this postbox.',
    },
  },
  'addressee.exists': {
    title: {
      nl: 'Deze geadresseerde bestaat al',
      fr: 'Ce destinataire existe déjà',
      de: 'Diesen Empfänger gibt es schon',
      en: 'This addressee already exists',
    },
    detail: {
      nl: 'De postbus heeft al een geadresseerde met deze naam.',
      fr: 'La boîte postale a déjà un destinataire de ce nom.',
      de: 'Das Postfach hat schon einen Empfänger mit diesem Namen.',
      en: 'The postbox already has an addressee of this name.',
    },
  },
} satisfies RefusalCatalogue;
