/** The way in by an invitation that a document sent, and who the main contact is (WF-34, WF-04). */
import type { RefusalCatalogue } from './catalogue.ts';

export const accountInvitationRefusals = {
  'account-invitation.log-in': {
    title: {
      nl: 'Log eerst in',
      fr: 'Connectez-vous d’abord',
      de: 'Melden Sie sich zuerst an',
      en: 'Log in first',
    },
    detail: {
      nl: 'Bij dit e-mailadres hoort al een gebruiker. Log in en open de link opnieuw; hij blijft bruikbaar. Wachtwoord kwijt? Vraag een nieuw aan.',
      fr: 'Un utilisateur existe déjà avec cette adresse e-mail. Connectez-vous et ouvrez à nouveau le lien ; il reste utilisable. Mot de passe perdu ? Demandez-en un nouveau.',
      de: 'Zu dieser E-Mail-Adresse gibt es schon einen Benutzer. Melden Sie sich an und öffnen Sie den Link noch einmal; er bleibt gültig. Passwort vergessen? Fordern Sie ein neues an.',
      en: 'There is a user with this e-mail address already. Log in and open the link again; it remains usable. Lost your password? Ask for a new one.',
    },
  },
  'account-invitation.other-account': {
    title: {
      nl: 'Dit e-mailadres hoort bij een ander account',
      fr: 'Cette adresse e-mail appartient à un autre compte',
      de: 'Diese E-Mail-Adresse gehört zu einem anderen Konto',
      en: 'This e-mail address belongs to another account',
    },
    detail: {
      nl: 'Log uit en open de link opnieuw: de klantcode komt dan in het account van dit e-mailadres.',
      fr: 'Déconnectez-vous et ouvrez à nouveau le lien : le code client s’ajoute alors au compte de cette adresse e-mail.',
      de: 'Melden Sie sich ab und öffnen Sie den Link noch einmal: Der Kundencode kommt dann zum Konto dieser E-Mail-Adresse.',
      en: 'Log out and open the link again: the client code is then added to the account of this e-mail address.',
    },
  },
  'account-invitation.password-needed': {
    title: {
      nl: 'Kies een wachtwoord',
      fr: 'Choisissez un mot de passe',
      de: 'Wählen Sie ein Passwort',
      en: 'Choose a password',
    },
    detail: {
      nl: 'Bij dit e-mailadres hoort nog geen account. Met het wachtwoord maakt u het.',
      fr: 'Il n’y a pas encore de compte pour cette adresse e-mail. Le mot de passe le crée.',
      de: 'Zu dieser E-Mail-Adresse gibt es noch kein Konto. Mit dem Passwort erstellen Sie es.',
      en: 'There is no account for this e-mail address yet. The password makes it.',
    },
  },
  'client-code.not-invited': {
    title: {
      nl: 'Hier komt niemand binnen door een uitnodiging',
      fr: 'Ici, personne n’entre par une invitation',
      de: 'Hier kommt niemand durch eine Einladung herein',
      en: 'Nobody gets in by an invitation here',
    },
    detail: {
      nl: 'Geef het nieuwe hoofdcontact een activeringscode.',
      fr: 'Donnez un code d’activation au nouveau contact principal.',
      de: 'Geben Sie dem neuen Hauptkontakt einen Aktivierungscode.',
      en: 'Give the new main contact an activation code.',
    },
  },
  'user.main-contact': {
    title: {
      nl: 'Deze gebruiker is hoofdcontact voor documenten',
      fr: 'Cet utilisateur est le contact principal pour des documents',
      de: 'Dieser Benutzer ist Hauptkontakt für Dokumente',
      en: 'This user is the main contact for documents',
    },
    detail: {
      nl: 'Facturen zouden bij niemand meer aankomen. Vraag de uitgever of de klantendienst eerst een ander hoofdcontact aan te wijzen, of laat de gebruiker naar papier terugkeren. Is er haast, dan kan de klantendienst de gebruiker meteen schorsen.',
      fr: 'Des factures n’arriveraient plus chez personne. Demandez d’abord à l’émetteur ou au service clientèle de désigner un autre contact principal, ou faites revenir l’utilisateur au papier. En cas d’urgence, le service clientèle peut suspendre l’utilisateur aussitôt.',
      de: 'Rechnungen kämen bei niemandem mehr an. Bitten Sie zuerst den Aussteller oder den Kundendienst, einen anderen Hauptkontakt zu benennen, oder lassen Sie den Benutzer zum Papier zurückkehren. Wenn es eilt, kann der Kundendienst den Benutzer sofort sperren.',
      en: 'Invoices would reach nobody any more. First ask the issuer or customer service to name another main contact, or have the user go back to paper. In a hurry customer service can suspend the user at once.',
    },
  },
} satisfies RefusalCatalogue;
