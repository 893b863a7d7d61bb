/** The words that every mail shares. */
import type { Texts } from '../languages.ts';
import type { NoticeTexts } from './facts.ts';

export const greeting: Texts = { nl: 'Beste klant,', fr: 'Bonjour,', de: 'Guten Tag,', en: 'Dear customer,' };

export const labels = {
  postbox: { nl: 'Postbus:', fr: 'Boîte postale :', de: 'Postfach:', en: 'Postbox:' },
  reference: { nl: 'Kenmerk:', fr: 'Référence :', de: 'Kennzeichen:', en: 'Reference:' },
  sender: { nl: 'Afzender:', fr: 'Expéditeur :', de: 'Absender:', en: 'Sender:' },
  addressee: { nl: 'Geadresseerde:', fr: 'Destinataire :', de: 'Empfänger:', en: 'Addressee:' },
} as const satisfies Record<string, Texts>;

export const choicesHeading = {
  untilDue: {
    nl: 'U kunt kiezen {dueAt:until}:',
    fr: 'Vous pouvez choisir {dueAt:until} :',
    de: 'Sie können {dueAt:until} wählen:',
    en: 'You can choose {dueAt:until}:',
  },
  open: {
    nl: 'U kunt kiezen:',
    fr: 'Vous pouvez choisir :',
    de: 'Sie können wählen:',
    en: 'You can choose:',
  },
} as const satisfies Record<string, Texts>;

export const upcomingHeading: Texts = {
  nl: 'Als u niets doet',
  fr: 'Si vous ne faites rien',
  de: 'Wenn Sie nichts tun',
  en: 'If you do nothing',
};

export const costSoFar: Texts = {
  nl: 'Kosten tot nu toe voor dit poststuk: {costSoFarCents:money}. Alle prijzen zijn zonder btw.',
  fr: 'Frais jusqu’à présent pour cet envoi : {costSoFarCents:money}. Tous les prix s’entendent hors TVA.',
  de: 'Bisherige Kosten dieser Sendung: {costSoFarCents:money}. Alle Preise verstehen sich ohne Mehrwertsteuer.',
  en: 'Cost of this letter so far: {costSoFarCents:money}. All prices exclude VAT.',
};

export const actions: Readonly<Record<NoticeTexts['action'], Texts>> = {
  choose: {
    nl: 'Bekijk het poststuk en kies',
    fr: 'Consulter l’envoi et choisir',
    de: 'Sendung ansehen und wählen',
    en: 'View the letter and choose',
  },
  view: { nl: 'Bekijk het poststuk', fr: 'Consulter l’envoi', de: 'Sendung ansehen', en: 'View the letter' },
  accept: {
    nl: 'Bekijk het prijsvoorstel',
    fr: 'Consulter l’offre de prix',
    de: 'Preisangebot ansehen',
    en: 'View the quote',
  },
  confirm: {
    nl: 'Bevestig dit adres',
    fr: 'Confirmer cette adresse',
    de: 'Adresse bestätigen',
    en: 'Confirm this address',
  },
};

export const footers = {
  silenceable: {
    nl: 'U krijgt deze mail omdat u de post van deze postbus mag zien. Berichten over aankomst en herinneringen kunt u uitzetten in de instellingen van de postbus; de termijnen lopen dan gewoon door.',
    fr: 'Vous recevez ce message parce que vous pouvez voir le courrier de cette boîte postale. Les avis d’arrivée et les rappels peuvent être désactivés dans les réglages de la boîte postale ; les délais continuent alors de courir.',
    de: 'Sie erhalten diese E-Mail, weil Sie die Post dieses Postfachs sehen dürfen. Ankunftsmeldungen und Erinnerungen lassen sich in den Einstellungen des Postfachs abschalten; die Fristen laufen dann trotzdem weiter.',
    en: 'You receive this mail because you may see the post of this postbox. Arrival mails and reminders can be switched off in the settings of the postbox; the deadlines then run on all the same.',
  },
  always: {
    nl: 'U krijgt deze mail omdat u de post van deze postbus mag zien.',
    fr: 'Vous recevez ce message parce que vous pouvez voir le courrier de cette boîte postale.',
    de: 'Sie erhalten diese E-Mail, weil Sie die Post dieses Postfachs sehen dürfen.',
    en: 'You receive this mail because you may see the post of this postbox.',
  },
  unasked: {
    nl: 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen; zonder bevestiging verandert er niets.',
    fr: 'Vous n’avez rien demandé ? Alors ne faites rien ; sans confirmation, rien ne change.',
    de: 'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun; ohne Bestätigung ändert sich nichts.',
    en: 'Did you not ask for this? Then there is nothing to do; without a confirmation nothing changes.',
  },
  signature: {
    nl: 'Met vriendelijke groet',
    fr: 'Cordialement',
    de: 'Mit freundlichen Grüßen',
    en: 'Kind regards',
  },
} as const satisfies Record<string, Texts>;
