/** The mails of a lost password (WF-03): the link, and who helps where there is none. */
import type { Texts } from '../languages.ts';
import type { PersonMailTexts } from './facts.ts';

const chooseHeading: Texts = {
  nl: 'Kies een nieuw wachtwoord',
  fr: 'Choisissez un nouveau mot de passe',
  de: 'Wählen Sie ein neues Passwort',
  en: 'Choose a new password',
};
const usernames: Texts = {
  nl: 'Uw gebruikersnamen',
  fr: 'Vos noms d’utilisateur',
  de: 'Ihre Benutzernamen',
  en: 'Your usernames',
};

export const resetLink: PersonMailTexts = {
  subject: {
    nl: 'Uw gebruikersnaam en een link voor een nieuw wachtwoord',
    fr: 'Votre nom d’utilisateur et un lien pour un nouveau mot de passe',
    de: 'Ihr Benutzername und ein Link für ein neues Passwort',
    en: 'Your username and a link for a new password',
  },
  heading: chooseHeading,
  lead: {
    nl: 'Iemand vroeg op de aanmeldpagina om een nieuw wachtwoord. De link werkt één keer, {endsAt:until}. Bij meer dan één gebruikersnaam kiest u op de pagina voor welke. Voor {handedOver} kunt u dat niet zelf: uw beheerder of de klantendienst werd gevraagd u te helpen.',
    fr: 'Quelqu’un a demandé un nouveau mot de passe sur la page de connexion. Le lien fonctionne une fois, {endsAt:until}. Avec plusieurs noms d’utilisateur, vous choisissez sur la page pour lequel. Pour {handedOver}, vous ne pouvez pas le faire vous-même : votre administrateur ou le service clientèle a été prié de vous aider.',
    de: 'Jemand hat auf der Anmeldeseite um ein neues Passwort gebeten. Der Link funktioniert einmal, {endsAt:until}. Bei mehreren Benutzernamen wählen Sie auf der Seite, für welchen. Für {handedOver} können Sie das nicht selbst: Ihr Administrator oder der Kundendienst wurde gebeten, Ihnen zu helfen.',
    en: 'Somebody asked for a new password on the log-in page. The link works once, {endsAt:until}. With more than one username you choose on the page for which. For {handedOver} you cannot do it yourself: your administrator or customer service was asked to help you.',
  },
  linesHeading: usernames,
  action: chooseHeading,
  footer: 'unasked',
};

export const resetStarted: PersonMailTexts = {
  subject: chooseHeading,
  heading: chooseHeading,
  lead: {
    nl: 'Uw beheerder of de klantendienst heeft ervoor gezorgd dat u een nieuw wachtwoord kunt kiezen. U kiest het zelf; niemand anders krijgt het te zien. De link werkt één keer, {endsAt:until}.',
    fr: 'Votre administrateur ou le service clientèle a lancé la réinitialisation de votre mot de passe. Vous choisissez le nouveau vous-même ; personne d’autre ne le voit. Le lien fonctionne une fois, {endsAt:until}.',
    de: 'Ihr Administrator oder der Kundendienst hat das Zurücksetzen Ihres Passworts angestoßen. Das neue wählen Sie selbst; niemand sonst bekommt es zu sehen. Der Link funktioniert einmal, {endsAt:until}.',
    en: 'Your administrator or customer service has started a reset of your password. You choose the new one yourself; nobody else gets to see it. The link works once, {endsAt:until}.',
  },
  linesHeading: usernames,
  action: chooseHeading,
  footer: 'unasked',
};

export const recoveryHandedOver: PersonMailTexts = {
  subject: {
    nl: 'Uw vraag om een nieuw wachtwoord',
    fr: 'Votre demande d’un nouveau mot de passe',
    de: 'Ihre Bitte um ein neues Passwort',
    en: 'Your request for a new password',
  },
  heading: {
    nl: 'Iemand helpt u verder',
    fr: 'Quelqu’un va vous aider',
    de: 'Jemand hilft Ihnen weiter',
    en: 'Somebody will help you',
  },
  lead: {
    nl: 'U kunt uw wachtwoord niet zelf opnieuw instellen. Uw beheerder, of anders de klantendienst, is gevraagd dat in gang te zetten; u krijgt dan een link per mail. Gebeurt dat niet, dan neemt de klantendienst het over op {handOverAt:moment}. Is uw beheerder niet bereikbaar, bel dan de klantendienst.',
    fr: 'Vous ne pouvez pas réinitialiser vous-même votre mot de passe. Votre administrateur, ou à défaut le service clientèle, a été prié de le faire ; vous recevrez alors un lien par e-mail. Sans réaction, le service clientèle prend le relais le {handOverAt:moment}. Si votre administrateur est injoignable, appelez le service clientèle.',
    de: 'Sie können Ihr Passwort nicht selbst zurücksetzen. Ihr Administrator, sonst der Kundendienst, wurde gebeten, das anzustoßen; Sie erhalten dann einen Link per E-Mail. Geschieht das nicht, übernimmt der Kundendienst am {handOverAt:moment}. Ist Ihr Administrator nicht erreichbar, rufen Sie den Kundendienst an.',
    en: 'You cannot reset your password yourself. Your administrator, or else customer service, was asked to start it; you will then get a link by mail. If that does not happen, customer service takes over on {handOverAt:moment}. If your administrator cannot be reached, call customer service.',
  },
  linesHeading: usernames,
  footer: 'unasked',
};

export const recoveryWithStaff: PersonMailTexts = {
  subject: recoveryHandedOver.subject,
  heading: {
    nl: 'De klantendienst helpt u verder',
    fr: 'Le service clientèle va vous aider',
    de: 'Der Kundendienst hilft Ihnen weiter',
    en: 'Customer service will help you',
  },
  lead: {
    nl: 'Uw beheerder heeft u niet aan een nieuw wachtwoord geholpen. Onze medewerkers nemen het over: zij vergewissen zich ervan dat de vraag van u komt, en u krijgt dan een link per mail.',
    fr: 'Votre administrateur n’a pas lancé la réinitialisation de votre mot de passe. Nos collaborateurs prennent le relais : ils s’assurent que la demande vient de vous, puis vous recevrez un lien par e-mail.',
    de: 'Ihr Administrator hat das Zurücksetzen Ihres Passworts nicht angestoßen. Unsere Mitarbeiter übernehmen: Sie vergewissern sich, dass die Bitte von Ihnen kommt, und Sie erhalten dann einen Link per E-Mail.',
    en: 'Your administrator has not started a reset of your password. Our staff take over: they make sure that the request comes from you, and you then get a link by mail.',
  },
  linesHeading: usernames,
  footer: 'unasked',
};

export const recoveryForAdministrator: PersonMailTexts = {
  subject: {
    nl: '{name} kan zich niet aanmelden',
    fr: '{name} ne peut pas se connecter',
    de: '{name} kann sich nicht anmelden',
    en: '{name} cannot log in',
  },
  heading: {
    nl: '{name} vraagt om een nieuw wachtwoord',
    fr: '{name} demande un nouveau mot de passe',
    de: '{name} bittet um ein neues Passwort',
    en: '{name} asks for a new password',
  },
  lead: {
    nl: 'Iemand vroeg op de aanmeldpagina om een nieuw wachtwoord voor {username}, die het niet zelf opnieuw mag instellen. Vergewis u ervan dat de vraag van {name} komt en zet het dan in gang onder Mijn gebruikers; heeft {name} nog nooit een wachtwoord gekozen, stuur dan de uitnodiging opnieuw. Gebeurt er niets, dan helpt de klantendienst vanaf {handOverAt:moment}.',
    fr: 'Quelqu’un a demandé sur la page de connexion un nouveau mot de passe pour {username}, qui ne peut pas le réinitialiser. Assurez-vous que la demande vient de {name}, puis lancez la réinitialisation sous Mes utilisateurs ; si {name} n’a jamais choisi de mot de passe, renvoyez l’invitation. Sans réaction, le service clientèle s’en charge à partir du {handOverAt:moment}.',
    de: 'Jemand hat auf der Anmeldeseite für {username} um ein neues Passwort gebeten; selbst zurücksetzen ist hier nicht erlaubt. Vergewissern Sie sich, dass die Bitte von {name} kommt, und stoßen Sie es dann unter Meine Benutzer an; hat {name} noch nie ein Passwort gewählt, senden Sie die Einladung erneut. Geschieht nichts, hilft der Kundendienst ab {handOverAt:moment}.',
    en: 'Somebody asked on the log-in page for a new password for {username}, who may not reset it himself. Make sure that the request comes from {name}, then start it under My users; if {name} has never chosen a password, send the invitation again. If nothing happens, customer service helps from {handOverAt:moment} on.',
  },
  footer: 'account',
};
