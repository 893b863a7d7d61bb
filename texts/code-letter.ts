/** The letter that brings a code (UP-04, UP-12): what it is, what to do, until when it works. */
import { say } from './fill.ts';
import type { Language, Texts } from './languages.ts';

export interface CodeLetterFacts {
  readonly issuerName: string;
  readonly brandName: string;
  readonly clientCode: string;
  readonly contactEmail: string | null;
  /** What he chose on the issuer's e-invoicing form, in its words. */
  readonly formChannel: string | null;
  readonly weeks: number;
  /** Where the code can be typed. */
  readonly page: string;
}

export interface CodeLetterText {
  readonly heading: string;
  readonly intro: string;
  /** Empty where nothing is known of a choice. */
  readonly chosen: string;
  readonly codeLabel: string;
  readonly clientCodeLabel: string;
  readonly scan: string;
  readonly steps: readonly string[];
  readonly validity: string;
  readonly contact: string;
}

/** What the letter and every mail that recalls it say first. */
export const receiveElectronically: Texts = {
  nl: 'Ontvang uw facturen elektronisch',
  fr: 'Recevez vos factures par voie électronique',
  de: 'Erhalten Sie Ihre Rechnungen elektronisch',
  en: 'Receive your invoices electronically',
};
const intro: Texts = {
  nl: 'Met de code hieronder ontvangt u de facturen en creditnota’s van {issuerName} voortaan bij {brandName}, in plaats van op papier. U vindt er ook uw vroegere facturen.',
  fr: 'Avec le code ci-dessous, vous recevrez désormais les factures et notes de crédit de {issuerName} chez {brandName}, au lieu du papier. Vous y trouverez aussi vos factures antérieures.',
  de: 'Mit dem Code unten erhalten Sie die Rechnungen und Gutschriften von {issuerName} künftig bei {brandName} statt auf Papier. Dort finden Sie auch Ihre früheren Rechnungen.',
  en: 'With the code below you receive the invoices and credit notes of {issuerName} at {brandName} from now on, instead of on paper. You will find your earlier invoices there too.',
};
const chosen: Texts = {
  nl: 'Op het formulier voor e-facturatie koos u: {formChannel}; klopt dat niet, vraag het formulier dan opnieuw aan.',
  fr: 'Sur le formulaire de facturation électronique, vous avez choisi : {formChannel} ; si ce n’est pas exact, redemandez le formulaire.',
  de: 'Im Formular zur elektronischen Rechnung haben Sie gewählt: {formChannel}; stimmt das nicht, fordern Sie das Formular erneut an.',
  en: 'On the e-invoicing form you chose: {formChannel}; if that is not right, ask for the form again.',
};
const codeLabel: Texts = {
  nl: 'Uw activeringscode',
  fr: 'Votre code d’activation',
  de: 'Ihr Aktivierungscode',
  en: 'Your activation code',
};
const clientCodeLabel: Texts = {
  nl: 'Uw klantcode',
  fr: 'Votre code client',
  de: 'Ihr Kundencode',
  en: 'Your client code',
};
const scan: Texts = {
  nl: 'Scan met uw telefoon',
  fr: 'Scannez avec votre téléphone',
  de: 'Mit dem Telefon scannen',
  en: 'Scan with your telephone',
};
const steps: readonly Texts[] = [
  {
    nl: '1. Scan de QR-code, of ga naar {page} en typ de activeringscode over. Hoofdletters, spaties en streepjes maken niet uit.',
    fr: '1. Scannez le code QR, ou allez sur {page} et recopiez le code d’activation. Majuscules, espaces et tirets n’importent pas.',
    de: '1. Scannen Sie den QR-Code, oder gehen Sie auf {page} und geben Sie den Aktivierungscode ein. Großbuchstaben, Leerzeichen und Striche spielen keine Rolle.',
    en: '1. Scan the QR code, or go to {page} and type the activation code. Capitals, blanks and hyphens do not matter.',
  },
  {
    nl: '2. Bevestig de naam van uw bedrijf en uw e-mailadres. Hebt u al een account, log dan in en voeg de code toe.',
    fr: '2. Confirmez le nom de votre entreprise et votre adresse e-mail. Si vous avez déjà un compte, connectez-vous et ajoutez le code.',
    de: '2. Bestätigen Sie den Namen Ihres Unternehmens und Ihre E-Mail-Adresse. Haben Sie schon ein Konto, melden Sie sich an und fügen Sie den Code hinzu.',
    en: '2. Confirm the name of your company and your e-mail address. If you have an account already, log in and add the code.',
  },
  {
    nl: '3. Klik op de link in de mail die u krijgt en kies een wachtwoord. Daarmee stemt u in met elektronische facturen; u kunt later terug naar papier.',
    fr: '3. Cliquez sur le lien du message que vous recevez et choisissez un mot de passe. Vous acceptez ainsi les factures électroniques ; vous pourrez revenir au papier plus tard.',
    de: '3. Klicken Sie auf den Link in der E-Mail, die Sie erhalten, und wählen Sie ein Passwort. Damit stimmen Sie elektronischen Rechnungen zu; später können Sie zum Papier zurückkehren.',
    en: '3. Click the link in the mail that you get and choose a password. With that you agree to electronic invoices; later you can go back to paper.',
  },
];
const validity: Texts = {
  nl: 'De code werkt {weeks} weken, gerekend vanaf de dag waarop deze brief werd verstuurd, en voor één account. Bewaar hem zorgvuldig: wie hem heeft, kan uw facturen ontvangen.',
  fr: 'Le code fonctionne {weeks} semaines à partir du jour d’envoi de cette lettre, et pour un seul compte. Gardez-le avec soin : qui le détient peut recevoir vos factures.',
  de: 'Der Code gilt {weeks} Wochen ab dem Tag, an dem dieser Brief verschickt wurde, und für ein einziges Konto. Bewahren Sie ihn sorgfältig auf: Wer ihn hat, kann Ihre Rechnungen erhalten.',
  en: 'The code works for {weeks} weeks from the day on which this letter was sent, and for one account. Keep it with care: whoever has it can receive your invoices.',
};
const contact: Texts = {
  nl: 'Vragen, of de code niet op tijd gebruikt? Mail {contactEmail} en vermeld altijd {clientCode}.',
  fr: 'Des questions, ou code non utilisé à temps ? Écrivez à {contactEmail} en citant toujours {clientCode}.',
  de: 'Fragen, oder den Code nicht rechtzeitig benutzt? Schreiben Sie an {contactEmail} und nennen Sie immer {clientCode}.',
  en: 'Questions, or did not use the code in time? Mail {contactEmail} and always quote {clientCode}.',
};

export function codeLetterText(facts: CodeLetterFacts, language: Language): CodeLetterText {
  const all = { ...facts };
  return {
    heading: say(receiveElectronically, language, all),
    intro: say(intro, language, all),
    chosen: say(chosen, language, all),
    codeLabel: say(codeLabel, language),
    clientCodeLabel: say(clientCodeLabel, language),
    scan: say(scan, language),
    steps: steps.map((step) => say(step, language, all)),
    validity: say(validity, language, all),
    contact: say(contact, language, all),
  };
}
