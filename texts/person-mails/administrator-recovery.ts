/** Mails on a company's way to a new administrator (decided.md, People). */
import type { Texts } from '../languages.ts';
import { objectButton } from './common.ts';
import type { PersonMailTexts } from './facts.ts';

const newAdministrator: Texts = {
  nl: 'Een nieuwe beheerder',
  fr: 'Un nouvel administrateur',
  de: 'Ein neuer Administrator',
  en: 'A new administrator',
};

export const recoveryNoticeMail: PersonMailTexts = {
  subject: {
    nl: '{companyName} krijgt een nieuwe beheerder',
    fr: '{companyName} reçoit un nouvel administrateur',
    de: '{companyName} bekommt einen neuen Administrator',
    en: '{companyName} is getting a new administrator',
  },
  heading: newAdministrator,
  lead: {
    nl: 'Voor {companyName} wordt een nieuwe beheerder aangesteld, omdat er geen actieve meer is. Bent u het daar niet mee eens, dan kunt u {endsAt:until} met de knop bezwaar maken. Daarna gaat het door.',
    fr: 'Un nouvel administrateur va être désigné pour {companyName}, car il n’y en a plus d’actif. Si vous n’êtes pas d’accord, vous pouvez vous opposer à l’aide du bouton {endsAt:until}. Ensuite, la désignation aura lieu.',
    de: 'Für {companyName} wird ein neuer Administrator bestellt, weil es keinen aktiven mehr gibt. Sind Sie nicht einverstanden, können Sie {endsAt:until} über die Schaltfläche widersprechen. Danach findet die Bestellung statt.',
    en: 'A new administrator is being appointed for {companyName}, because there is no active one any more. If you do not agree, you can object by the button {endsAt:until}. After that it goes ahead.',
  },
  action: objectButton,
  footer: 'account',
};

export const recoveryOpen: PersonMailTexts = {
  subject: {
    nl: 'Uw code voor {companyName} werkt nu',
    fr: 'Votre code pour {companyName} est maintenant valable',
    de: 'Ihr Code für {companyName} gilt jetzt',
    en: 'Your code for {companyName} works now',
  },
  heading: {
    nl: 'U kunt beheerder worden',
    fr: 'Vous pouvez devenir administrateur',
    de: 'Sie können Administrator werden',
    en: 'You can become administrator',
  },
  lead: {
    nl: 'Niemand heeft bezwaar gemaakt. Log in en geef de code in uit de brief die naar het adres van {companyName} is gestuurd. De code werkt {endsAt:until}.',
    fr: 'Personne ne s’est opposé. Connectez-vous et saisissez le code de la lettre envoyée à l’adresse de {companyName}. Le code est valable {endsAt:until}.',
    de: 'Niemand hat widersprochen. Melden Sie sich an und geben Sie den Code aus dem Brief an die Adresse von {companyName} ein. Der Code gilt {endsAt:until}.',
    en: 'Nobody has objected. Log in and enter the code of the letter that went to the address of {companyName}. The code works {endsAt:until}.',
  },
  footer: 'account',
};

export const applicantOpen: PersonMailTexts = {
  ...recoveryOpen,
  lead: {
    nl: 'Niemand heeft bezwaar gemaakt. Ga naar uw aanvraag en geef de code in uit de brief die naar het adres van {companyName} is gestuurd. De code werkt {endsAt:until}. Daarna krijgt u een uitnodiging om een wachtwoord te kiezen.',
    fr: 'Personne ne s’est opposé. Retournez à votre demande et saisissez le code de la lettre envoyée à l’adresse de {companyName}. Le code est valable {endsAt:until}. Vous recevrez ensuite une invitation à choisir un mot de passe.',
    de: 'Niemand hat widersprochen. Gehen Sie zu Ihrer Anmeldung und geben Sie den Code aus dem Brief an die Adresse von {companyName} ein. Der Code gilt {endsAt:until}. Danach erhalten Sie eine Einladung, ein Passwort zu wählen.',
    en: 'Nobody has objected. Go to your registration and enter the code of the letter that went to the address of {companyName}. The code works {endsAt:until}. Then you get an invitation to choose a password.',
  },
};

/** However it ended: objected, withdrawn, too late, too many wrong codes. */
export const applicantLeft: PersonMailTexts = {
  subject: {
    nl: 'U wordt geen beheerder van {companyName}',
    fr: 'Vous ne devenez pas administrateur de {companyName}',
    de: 'Sie werden nicht Administrator von {companyName}',
    en: 'You do not become administrator of {companyName}',
  },
  heading: {
    nl: 'Het voorstel is gesloten',
    fr: 'La proposition est close',
    de: 'Der Vorschlag ist geschlossen',
    en: 'The proposal is closed',
  },
  lead: {
    nl: 'Het voorstel om u beheerder van {companyName} te maken, is gesloten zonder dat u het werd. Een code uit een brief werkt niet meer. Hebt u nog altijd toegang nodig, bel dan de klantendienst of vul een nieuw formulier in.',
    fr: 'La proposition de vous désigner administrateur de {companyName} est close sans que vous le soyez devenu. Le code d’une lettre n’est plus valable. Si vous avez encore besoin d’un accès, appelez le service clientèle ou remplissez un nouveau formulaire.',
    de: 'Der Vorschlag, Sie zum Administrator von {companyName} zu machen, ist geschlossen, ohne dass Sie es wurden. Ein Code aus einem Brief gilt nicht mehr. Brauchen Sie weiterhin Zugang, rufen Sie den Kundendienst an oder füllen Sie ein neues Formular aus.',
    en: 'The proposal to make you administrator of {companyName} is closed, and you did not become it. The code of a letter no longer works. If you still need access, call customer service or fill in a new form.',
  },
  footer: 'account',
};

export const recoveryGranted: PersonMailTexts = {
  subject: {
    nl: '{companyName} heeft een nieuwe beheerder',
    fr: '{companyName} a un nouvel administrateur',
    de: '{companyName} hat einen neuen Administrator',
    en: '{companyName} has a new administrator',
  },
  heading: newAdministrator,
  lead: {
    nl: 'De code uit de brief is ingegeven: {companyName} heeft een nieuwe beheerder.',
    fr: 'Le code de la lettre a été saisi : {companyName} a un nouvel administrateur.',
    de: 'Der Code aus dem Brief wurde eingegeben: {companyName} hat einen neuen Administrator.',
    en: 'The code of the letter was entered: {companyName} has a new administrator.',
  },
  footer: 'alarm',
};
