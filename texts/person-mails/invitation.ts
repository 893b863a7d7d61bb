/** Mails about an invitation: to the invited person, and to who invited him (WF-02, UM-21). */
import type { Texts } from '../languages.ts';
import { invitationEndsSoon } from './common.ts';
import type { PersonMailTexts } from './facts.ts';

const choosePassword = {
  nl: 'Wachtwoord kiezen',
  fr: 'Choisir un mot de passe',
  de: 'Passwort wählen',
  en: 'Choose a password',
};

export const invitation: PersonMailTexts = {
  subject: {
    nl: 'Uw toegang tot {companyName}',
    fr: 'Votre accès à {companyName}',
    de: 'Ihr Zugang zu {companyName}',
    en: 'Your access to {companyName}',
  },
  heading: {
    nl: 'U bent uitgenodigd',
    fr: 'Vous êtes invité',
    de: 'Sie sind eingeladen',
    en: 'You are invited',
  },
  lead: {
    nl: 'Voor {companyName} is een gebruiker voor u aangemaakt. Uw gebruikersnaam is {username}. Kies met de knop zelf uw wachtwoord; de link werkt één keer, {endsAt:until}.',
    fr: 'Un utilisateur a été créé pour vous chez {companyName}. Votre nom d’utilisateur est {username}. Choisissez vous-même votre mot de passe à l’aide du bouton ; le lien fonctionne une fois, {endsAt:until}.',
    de: 'Für {companyName} wurde ein Benutzer für Sie angelegt. Ihr Benutzername ist {username}. Wählen Sie über die Schaltfläche selbst Ihr Passwort; der Link funktioniert einmal, {endsAt:until}.',
    en: 'A user was created for you at {companyName}. Your username is {username}. Choose your password yourself by the button; the link works once, {endsAt:until}.',
  },
  action: choosePassword,
  footer: 'unasked',
};

export const invitationReminder: PersonMailTexts = {
  subject: {
    nl: 'Herinnering: uw toegang tot {companyName}',
    fr: 'Rappel : votre accès à {companyName}',
    de: 'Erinnerung: Ihr Zugang zu {companyName}',
    en: 'Reminder: your access to {companyName}',
  },
  heading: invitationEndsSoon,
  lead: {
    nl: 'U koos nog geen wachtwoord voor uw gebruiker {username} bij {companyName}. De link werkt nog {endsAt:until}.',
    fr: 'Vous n’avez pas encore choisi de mot de passe pour votre utilisateur {username} chez {companyName}. Le lien fonctionne encore {endsAt:until}.',
    de: 'Sie haben noch kein Passwort für Ihren Benutzer {username} bei {companyName} gewählt. Der Link funktioniert noch {endsAt:until}.',
    en: 'You have not chosen a password for your user {username} at {companyName} yet. The link still works {endsAt:until}.',
  },
  action: choosePassword,
  footer: 'unasked',
};

export const membershipInvitation: PersonMailTexts = {
  subject: {
    nl: '{companyName} nodigt u uit',
    fr: '{companyName} vous invite',
    de: '{companyName} lädt Sie ein',
    en: '{companyName} invites you',
  },
  heading: {
    nl: 'Een bedrijf nodigt u uit',
    fr: 'Une entreprise vous invite',
    de: 'Ein Unternehmen lädt Sie ein',
    en: 'A company invites you',
  },
  lead: {
    nl: '{companyName} wil dat u met uw gebruiker {username} ook voor dat bedrijf werkt. Log in zoals altijd en aanvaard de uitnodiging bij uw eigen gegevens; dat kan {endsAt:until}. Uw wachtwoord blijft hetzelfde.',
    fr: '{companyName} souhaite que vous travailliez aussi pour elle avec votre utilisateur {username}. Connectez-vous comme d’habitude et acceptez l’invitation dans vos propres données ; c’est possible {endsAt:until}. Votre mot de passe reste le même.',
    de: '{companyName} möchte, dass Sie mit Ihrem Benutzer {username} auch für dieses Unternehmen arbeiten. Melden Sie sich wie immer an und nehmen Sie die Einladung bei Ihren eigenen Daten an; das geht {endsAt:until}. Ihr Passwort bleibt dasselbe.',
    en: '{companyName} would like you to work for it too with your user {username}. Log in as always and accept the invitation with your own data; you can {endsAt:until}. Your password stays the same.',
  },
  footer: 'unasked',
};

export const membershipReminder: PersonMailTexts = {
  ...membershipInvitation,
  subject: {
    nl: 'Herinnering: {companyName} nodigt u uit',
    fr: 'Rappel : {companyName} vous invite',
    de: 'Erinnerung: {companyName} lädt Sie ein',
    en: 'Reminder: {companyName} invites you',
  },
};

export const invitationExpired: PersonMailTexts = {
  subject: {
    nl: 'Een uitnodiging is verlopen: {username}',
    fr: 'Une invitation a expiré : {username}',
    de: 'Eine Einladung ist abgelaufen: {username}',
    en: 'An invitation has expired: {username}',
  },
  heading: {
    nl: 'Een uitnodiging is verlopen',
    fr: 'Une invitation a expiré',
    de: 'Eine Einladung ist abgelaufen',
    en: 'An invitation has expired',
  },
  lead: {
    nl: 'De uitnodiging aan {username} voor {companyName} is niet aanvaard en verliep op {endsAt:moment}. Er is niets toegankelijk geworden. U kunt ze opnieuw versturen.',
    fr: 'L’invitation de {username} chez {companyName} n’a pas été acceptée et a expiré le {endsAt:moment}. Rien n’est devenu accessible. Vous pouvez la renvoyer.',
    de: 'Die Einladung von {username} zu {companyName} wurde nicht angenommen und ist am {endsAt:moment} abgelaufen. Nichts wurde zugänglich. Sie können sie erneut senden.',
    en: 'The invitation of {username} to {companyName} was not accepted and expired on {endsAt:moment}. Nothing has become accessible. You can send it again.',
  },
  footer: 'account',
};

/** To the invited person, where nobody administers who could be told. */
export const invitationLapsed: PersonMailTexts = {
  subject: {
    nl: 'Uw uitnodiging voor {companyName} is verlopen',
    fr: 'Votre invitation chez {companyName} a expiré',
    de: 'Ihre Einladung zu {companyName} ist abgelaufen',
    en: 'Your invitation to {companyName} has expired',
  },
  heading: {
    nl: 'Uw uitnodiging is verlopen',
    fr: 'Votre invitation a expiré',
    de: 'Ihre Einladung ist abgelaufen',
    en: 'Your invitation has expired',
  },
  lead: {
    nl: 'U hebt de uitnodiging voor uw gebruiker {username} bij {companyName} niet aanvaard; ze verliep op {endsAt:moment}. Wilt u nog toegang, vraag dan een nieuwe: bij uw aanvraag, als u een formulier hebt ingevuld, of bij de klantendienst.',
    fr: 'Vous n’avez pas accepté l’invitation de votre utilisateur {username} chez {companyName} ; elle a expiré le {endsAt:moment}. Si vous souhaitez encore l’accès, demandez-en une nouvelle : dans votre demande, si vous avez rempli un formulaire, ou auprès du service clientèle.',
    de: 'Sie haben die Einladung Ihres Benutzers {username} zu {companyName} nicht angenommen; sie ist am {endsAt:moment} abgelaufen. Möchten Sie noch Zugang, bitten Sie um eine neue: bei Ihrer Anmeldung, wenn Sie ein Formular ausgefüllt haben, oder beim Kundendienst.',
    en: 'You have not accepted the invitation of your user {username} to {companyName}; it expired on {endsAt:moment}. If you still want access, ask for another one: with your registration, if you filled in a form, or at customer service.',
  },
  footer: 'account',
};

export const noRights: PersonMailTexts = {
  subject: {
    nl: '{username} heeft nog geen rechten',
    fr: '{username} n’a pas encore de droits',
    de: '{username} hat noch keine Rechte',
    en: '{username} has no rights yet',
  },
  heading: {
    nl: 'Een gebruiker zonder rechten',
    fr: 'Un utilisateur sans droits',
    de: 'Ein Benutzer ohne Rechte',
    en: 'A user without rights',
  },
  lead: {
    nl: 'De gebruiker {username} van {companyName} heeft al ingelogd, maar kan nog niets doen. Geef hem rechten, of deactiveer hem als hij niets meer hoeft te doen.',
    fr: 'L’utilisateur {username} de {companyName} s’est connecté, mais ne peut encore rien faire. Donnez-lui des droits, ou désactivez-le s’il n’a plus rien à faire.',
    de: 'Der Benutzer {username} von {companyName} hat sich angemeldet, kann aber noch nichts tun. Geben Sie ihm Rechte, oder deaktivieren Sie ihn, wenn er nichts mehr tun soll.',
    en: 'The user {username} of {companyName} has logged in, but can do nothing yet. Give him rights, or deactivate him if there is nothing for him to do.',
  },
  footer: 'account',
};

const dataChanged: Texts = {
  nl: 'Uw gegevens zijn gewijzigd',
  fr: 'Vos données ont été modifiées',
  de: 'Ihre Daten wurden geändert',
  en: 'Your data were changed',
};

/** To the address he had: somebody else has changed by what he logs in, or where his mails go. */
export const identityChanged: PersonMailTexts = {
  subject: dataChanged,
  heading: dataChanged,
  lead: {
    nl: 'Een beheerder van uw bedrijf of de klantendienst heeft uw gebruikersnaam of uw e-mailadres gewijzigd, op {happenedAt:moment}. Uw gebruikersnaam is nu {username}.',
    fr: 'Un administrateur de votre entreprise ou le service clientèle a modifié votre nom d’utilisateur ou votre adresse e-mail, le {happenedAt:moment}. Votre nom d’utilisateur est maintenant {username}.',
    de: 'Ein Administrator Ihres Unternehmens oder der Kundendienst hat Ihren Benutzernamen oder Ihre E-Mail-Adresse geändert, am {happenedAt:moment}. Ihr Benutzername ist jetzt {username}.',
    en: 'An administrator of your company or customer service has changed your username or your e-mail address, on {happenedAt:moment}. Your username is now {username}.',
  },
  footer: 'alarm',
};
