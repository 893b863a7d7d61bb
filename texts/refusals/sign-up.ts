/** From a code to an account, and what is received in it (WF-31, WF-32). */
import type { RefusalCatalogue } from './catalogue.ts';

export const signUpRefusals = {
  'sign-up.account-exists': {
    title: {
      nl: 'Er is al een account',
      fr: 'Un compte existe déjà',
      de: 'Es gibt schon ein Konto',
      en: 'There is an account already',
    },
    detail: {
      nl: 'Log in en voeg de code daar toe. Uw code blijft bruikbaar. Wachtwoord kwijt? Vraag een nieuw aan.',
      fr: 'Connectez-vous et ajoutez-y le code. Votre code reste utilisable. Mot de passe perdu ? Demandez-en un nouveau.',
      de: 'Melden Sie sich an und fügen Sie den Code dort hinzu. Ihr Code bleibt gültig. Passwort vergessen? Fordern Sie ein neues an.',
      en: 'Log in and add the code there. Your code remains usable. Lost your password? Ask for a new one.',
    },
  },
  'sign-up.enterprise-number-invalid': {
    title: {
      nl: 'Dit is geen ondernemingsnummer',
      fr: 'Ce n’est pas un numéro d’entreprise',
      de: 'Das ist keine Unternehmensnummer',
      en: 'This is no enterprise number',
    },
    detail: {
      nl: 'Een voorbeeld: {examples}. Laat het veld leeg als u er geen hebt.',
      fr: 'Par exemple : {examples}. Laissez le champ vide si vous n’en avez pas.',
      de: 'Zum Beispiel: {examples}. Lassen Sie das Feld leer, wenn Sie keine haben.',
      en: 'For example: {examples}. Leave the field empty if you have none.',
    },
  },
  'sign-up.code-needed': {
    title: {
      nl: 'Typ uw activeringscode opnieuw',
      fr: 'Saisissez à nouveau votre code d’activation',
      de: 'Geben Sie Ihren Aktivierungscode noch einmal ein',
      en: 'Type your activation code again',
    },
    detail: {
      nl: 'U opende de link op een ander toestel of in een andere browser. De code staat in uw brief.',
      fr: 'Vous avez ouvert le lien sur un autre appareil ou dans un autre navigateur. Le code figure dans votre lettre.',
      de: 'Sie haben den Link auf einem anderen Gerät oder in einem anderen Browser geöffnet. Der Code steht in Ihrem Brief.',
      en: 'You opened the link on another device or in another browser. The code stands in your letter.',
    },
  },
  'reception.active': {
    title: {
      nl: 'Deze documenten ontvangt u al',
      fr: 'Vous recevez déjà ces documents',
      de: 'Diese Dokumente erhalten Sie schon',
      en: 'You receive these documents already',
    },
    detail: {
      nl: 'Er verandert niets.',
      fr: 'Rien ne change.',
      de: 'Es ändert sich nichts.',
      en: 'Nothing changes.',
    },
  },
  'recipient-account.none': {
    title: {
      nl: 'U hebt hier nog geen account voor documenten',
      fr: 'Vous n’avez pas encore de compte pour documents ici',
      de: 'Sie haben hier noch kein Konto für Dokumente',
      en: 'You have no account for documents here yet',
    },
    detail: {
      nl: 'Maak er een aan met deze code; hij blijft bruikbaar.',
      fr: 'Créez-en un avec ce code ; il reste utilisable.',
      de: 'Erstellen Sie eines mit diesem Code; er bleibt gültig.',
      en: 'Create one with this code; it remains usable.',
    },
  },
} satisfies RefusalCatalogue;
