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
  'sign-up.identification-is-number': {
    title: {
      nl: 'Dit is een ondernemingsnummer van hier',
      fr: 'C’est un numéro d’entreprise d’ici',
      de: 'Das ist eine hiesige Unternehmensnummer',
      en: 'This is an enterprise number of ours',
    },
    detail: {
      nl: 'Vul het in als ondernemingsnummer, bijvoorbeeld {examples}. Een nummer uit een ander land begint u met de letters van dat land.',
      fr: 'Indiquez-le comme numéro d’entreprise, par exemple {examples}. Faites précéder un numéro d’un autre pays des lettres de ce pays.',
      de: 'Geben Sie sie als Unternehmensnummer ein, zum Beispiel {examples}. Einer Nummer aus einem anderen Land stellen Sie dessen Buchstaben voran.',
      en: 'Give it as your enterprise number, for example {examples}. Begin a number from another country with the letters of that country.',
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
  'reception.over': {
    title: {
      nl: 'Dit ontvangt u al op papier',
      fr: 'Vous recevez déjà ceci sur papier',
      de: 'Dies erhalten Sie schon auf Papier',
      en: 'You receive this on paper already',
    },
    detail: {
      nl: 'Voeg uw laatste code toe om ze weer elektronisch te ontvangen.',
      fr: 'Ajoutez votre dernier code pour les recevoir à nouveau par voie électronique.',
      de: 'Fügen Sie Ihren letzten Code hinzu, um sie wieder elektronisch zu erhalten.',
      en: 'Add your latest code to receive them electronically again.',
    },
  },
  'client-code.on-paper': {
    title: {
      nl: 'Deze klant krijgt papier',
      fr: 'Ce client reçoit du papier',
      de: 'Dieser Kunde erhält Papier',
      en: 'This customer gets paper',
    },
    detail: {
      nl: 'Er is niets stop te zetten.',
      fr: 'Il n’y a rien à désactiver.',
      de: 'Es gibt nichts zu deaktivieren.',
      en: 'There is nothing to deactivate.',
    },
  },
  'reception.not-asked': {
    title: {
      nl: 'Er is niets te bevestigen',
      fr: 'Il n’y a rien à confirmer',
      de: 'Es gibt nichts zu bestätigen',
      en: 'There is nothing to confirm',
    },
    detail: {
      nl: 'U ontvangt deze documenten elektronisch.',
      fr: 'Vous recevez ces documents par voie électronique.',
      de: 'Sie erhalten diese Dokumente elektronisch.',
      en: 'You receive these documents electronically.',
    },
  },
  'reception.paper-refused': {
    title: {
      nl: 'Papier is hier niet mogelijk',
      fr: 'Le papier n’est pas possible ici',
      de: 'Papier ist hier nicht möglich',
      en: 'Paper is not possible here',
    },
    detail: {
      nl: 'Voor deze documenten schrijft de wet een elektronische factuur voor.',
      fr: 'Pour ces documents, la loi impose une facture électronique.',
      de: 'Für diese Dokumente schreibt das Gesetz eine elektronische Rechnung vor.',
      en: 'For these documents the law demands an electronic invoice.',
    },
  },
} satisfies RefusalCatalogue;
