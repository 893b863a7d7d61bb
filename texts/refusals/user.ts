/** Refusals about the users of a company (WF-02, WF-04; UM-04 to UM-08, UM-19). */
import type { RefusalCatalogue } from './catalogue.ts';
import { nothingChanged } from './shared.ts';

export const userRefusals = {
  'user.profile-above': {
    title: {
      nl: 'Dit profiel staat hoger dan het uwe',
      fr: 'Ce profil est supérieur au vôtre',
      de: 'Dieses Profil steht über Ihrem',
      en: 'This profile is above yours',
    },
    detail: {
      nl: 'U kunt alleen gebruikers met hetzelfde of een lager profiel aanmaken en wijzigen.',
      fr: 'Vous ne pouvez créer et modifier que des utilisateurs de profil égal ou inférieur.',
      de: 'Sie können nur Benutzer mit gleichem oder niedrigerem Profil anlegen und ändern.',
      en: 'You can create and change only users of the same or a lower profile.',
    },
  },
  'user.own-rights': {
    title: {
      nl: 'Dit gaat over uzelf',
      fr: 'Il s’agit de vous-même',
      de: 'Hier geht es um Sie selbst',
      en: 'This is about yourself',
    },
    detail: {
      nl: 'Medewerkers handelen namens klanten, nooit voor zichzelf. Vraag het aan een collega.',
      fr: 'Les collaborateurs agissent pour des clients, jamais pour eux-mêmes. Demandez à un collègue.',
      de: 'Mitarbeiter handeln für Kunden, nie für sich selbst. Bitten Sie eine Kollegin oder einen Kollegen.',
      en: 'Staff act on behalf of customers, never for themselves. Ask a colleague.',
    },
  },
  'user.in-other-companies': {
    title: {
      nl: 'Deze persoon hoort niet alleen bij uw bedrijf',
      fr: 'Cette personne n’appartient pas qu’à votre entreprise',
      de: 'Diese Person gehört nicht nur zu Ihrem Unternehmen',
      en: 'This person does not belong to your company alone',
    },
    detail: {
      nl: 'Namen, e-mailadres, sessies en wachtwoord verandert de persoon zelf, of de klantendienst. U kunt het lidmaatschap van uw bedrijf beëindigen.',
      fr: 'Les noms, l’adresse e-mail, les sessions et le mot de passe sont modifiés par la personne elle-même ou par le service clientèle. Vous pouvez mettre fin à son appartenance à votre entreprise.',
      de: 'Namen, E-Mail-Adresse, Sitzungen und Passwort ändert die Person selbst oder der Kundendienst. Sie können die Zugehörigkeit zu Ihrem Unternehmen beenden.',
      en: 'Names, e-mail address, sessions and password are changed by the person, or by customer service. You can end the membership in your company.',
    },
  },
  'user.last-administrator': {
    title: {
      nl: 'Dit is de laatste actieve beheerder',
      fr: 'C’est le dernier administrateur actif',
      de: 'Das ist der letzte aktive Administrator',
      en: 'This is the last active administrator',
    },
    detail: {
      nl: 'Een bedrijf heeft altijd een beheerder. Maak eerst iemand anders beheerder en wacht tot die de uitnodiging heeft aanvaard, of vraag de klantendienst om het bedrijf te sluiten.',
      fr: 'Une entreprise a toujours un administrateur. Nommez d’abord un autre administrateur et attendez qu’il ait accepté l’invitation, ou demandez au service clientèle de clôturer l’entreprise.',
      de: 'Ein Unternehmen hat immer einen Administrator. Ernennen Sie zuerst einen anderen und warten Sie, bis er die Einladung angenommen hat, oder bitten Sie den Kundendienst, das Unternehmen zu schließen.',
      en: 'A company always has an administrator. First make somebody else administrator and wait until the invitation is accepted, or ask customer service to close the company.',
    },
  },
  'user.deactivated': {
    title: {
      nl: 'Deze gebruiker is gedeactiveerd',
      fr: 'Cet utilisateur est désactivé',
      de: 'Dieser Benutzer ist deaktiviert',
      en: 'This user is deactivated',
    },
    detail: {
      nl: 'Activeer de gebruiker eerst opnieuw.',
      fr: 'Réactivez d’abord l’utilisateur.',
      de: 'Reaktivieren Sie den Benutzer zuerst.',
      en: 'Reactivate the user first.',
    },
  },
  'user.not-deactivated': {
    title: {
      nl: 'Deze gebruiker is niet gedeactiveerd',
      fr: 'Cet utilisateur n’est pas désactivé',
      de: 'Dieser Benutzer ist nicht deaktiviert',
      en: 'This user is not deactivated',
    },
    detail: {
      nl: 'Dit kan alleen met een gebruiker die gedeactiveerd is.',
      fr: 'Ceci n’est possible que pour un utilisateur désactivé.',
      de: 'Das geht nur bei einem deaktivierten Benutzer.',
      en: 'This can be done only to a user who is deactivated.',
    },
  },
  'user.suspended': {
    title: {
      nl: 'Deze gebruiker is al geschorst',
      fr: 'Cet utilisateur est déjà suspendu',
      de: 'Dieser Benutzer ist schon gesperrt',
      en: 'This user is suspended already',
    },
    detail: nothingChanged,
  },
  'user.not-suspended': {
    title: {
      nl: 'Deze gebruiker is niet geschorst',
      fr: 'Cet utilisateur n’est pas suspendu',
      de: 'Dieser Benutzer ist nicht gesperrt',
      en: 'This user is not suspended',
    },
    detail: {
      nl: 'Er is niets op te heffen.',
      fr: 'Il n’y a rien à lever.',
      de: 'Es gibt nichts aufzuheben.',
      en: 'There is nothing to lift.',
    },
  },
  'user.version-stale': {
    title: {
      nl: 'Deze gegevens zijn intussen gewijzigd',
      fr: 'Ces données ont changé entre-temps',
      de: 'Diese Daten wurden inzwischen geändert',
      en: 'These data have changed meanwhile',
    },
    detail: {
      nl: 'Bekijk de gebruiker opnieuw en herhaal uw wijziging.',
      fr: 'Consultez à nouveau l’utilisateur et répétez votre modification.',
      de: 'Sehen Sie sich den Benutzer erneut an und wiederholen Sie die Änderung.',
      en: 'Look at the user again and repeat your change.',
    },
  },
  'user.username-taken': {
    title: {
      nl: 'Deze gebruikersnaam bestaat al',
      fr: 'Ce nom d’utilisateur existe déjà',
      de: 'Diesen Benutzernamen gibt es schon',
      en: 'This username is taken',
    },
    detail: {
      nl: 'Kies een andere gebruikersnaam. Is het iemand die al een gebruiker heeft, nodig hem dan uit voor uw bedrijf.',
      fr: 'Choisissez un autre nom d’utilisateur. S’il s’agit de quelqu’un qui en a déjà un, invitez-le à rejoindre votre entreprise.',
      de: 'Wählen Sie einen anderen Benutzernamen. Hat die Person schon einen, laden Sie sie in Ihr Unternehmen ein.',
      en: 'Choose another username. If it is somebody who has one already, invite him to join your company.',
    },
  },
  'user.username-is-address': {
    title: {
      nl: 'Deze gebruikersnaam is het adres van iemand anders',
      fr: 'Ce nom d’utilisateur est l’adresse de quelqu’un d’autre',
      de: 'Dieser Benutzername ist die Adresse eines anderen',
      en: 'This username is somebody else’s address',
    },
    detail: {
      nl: 'Een gebruikersnaam in de vorm van een e-mailadres moet het eigen e-mailadres van de gebruiker zijn.',
      fr: 'Un nom d’utilisateur en forme d’adresse e-mail doit être la propre adresse de l’utilisateur.',
      de: 'Ein Benutzername in Form einer E-Mail-Adresse muss die eigene Adresse des Benutzers sein.',
      en: 'A username in the form of an e-mail address must be the user’s own e-mail address.',
    },
  },
  'user.already-member': {
    title: {
      nl: 'Deze persoon hoort al bij het bedrijf',
      fr: 'Cette personne fait déjà partie de l’entreprise',
      de: 'Diese Person gehört schon zu dem Unternehmen',
      en: 'This person is in the company already',
    },
    detail: {
      nl: 'De lijst van gebruikers toont hem, eventueel bij de gedeactiveerde.',
      fr: 'La liste des utilisateurs la montre, peut-être parmi les désactivés.',
      de: 'Die Liste der Benutzer zeigt sie, vielleicht unter den deaktivierten.',
      en: 'The list of users shows him, perhaps among the deactivated ones.',
    },
  },
  'user.removal-not-offered': {
    title: {
      nl: 'Gebruikers worden hier niet verwijderd',
      fr: 'Les utilisateurs ne sont pas supprimés ici',
      de: 'Benutzer werden hier nicht gelöscht',
      en: 'Users are not removed here',
    },
    detail: {
      nl: 'Een gebruiker wordt gedeactiveerd en blijft in de lijst staan.',
      fr: 'Un utilisateur est désactivé et reste dans la liste.',
      de: 'Ein Benutzer wird deaktiviert und bleibt in der Liste stehen.',
      en: 'A user is deactivated and stays in the list.',
    },
  },
} satisfies RefusalCatalogue;
