/** What can be in the way of a new password. */
import type { RefusalCatalogue } from './catalogue.ts';

export const recoveryRefusals = {
  'recovery.which-username': {
    title: {
      nl: 'Kies een gebruikersnaam',
      fr: 'Choisissez un nom d’utilisateur',
      de: 'Wählen Sie einen Benutzernamen',
      en: 'Choose a username',
    },
    detail: {
      nl: 'Deze link geldt voor meer dan één gebruikersnaam. Zeg voor welke het wachtwoord is.',
      fr: 'Ce lien vaut pour plusieurs noms d’utilisateur. Indiquez pour lequel est le mot de passe.',
      de: 'Dieser Link gilt für mehrere Benutzernamen. Sagen Sie, für welchen das Passwort ist.',
      en: 'This link is for more than one username. Say for which the password is.',
    },
  },
  'recovery.user-not-active': {
    title: {
      nl: 'De gebruiker is niet actief',
      fr: 'L’utilisateur n’est pas actif',
      de: 'Der Benutzer ist nicht aktiv',
      en: 'The user is not active',
    },
    detail: {
      nl: 'Wie zijn uitnodiging nog niet heeft aanvaard, krijgt ze opnieuw; wie gedeactiveerd of geschorst is, wordt eerst weer actief.',
      fr: 'Qui n’a pas encore accepté son invitation la reçoit à nouveau ; qui est désactivé ou suspendu est d’abord réactivé.',
      de: 'Wer seine Einladung noch nicht angenommen hat, bekommt sie erneut; wer deaktiviert oder gesperrt ist, wird zuerst wieder aktiv.',
      en: 'Who has not accepted his invitation yet gets it again; who is deactivated or suspended is made active first.',
    },
  },
} satisfies RefusalCatalogue;
