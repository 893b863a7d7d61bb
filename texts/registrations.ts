/** How a registration stands, in a sentence to its applicant. */
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

export type HeldStage =
  | 'draft'
  | 'unconfirmed'
  | 'returned'
  | 'review'
  | 'approved'
  | 'granted'
  | 'rejected'
  | 'answered'
  | 'abandoned'
  | 'withdrawn';

const stages: Readonly<Record<HeldStage, Texts>> = {
  draft: {
    nl: 'U kunt het formulier verder invullen en indienen.',
    fr: 'Vous pouvez continuer à remplir le formulaire et l’introduire.',
    de: 'Sie können das Formular weiter ausfüllen und einreichen.',
    en: 'You can go on filling in the form and hand it in.',
  },
  unconfirmed: {
    nl: 'Ingediend. Bevestig uw e-mailadres met de link in de mail.',
    fr: 'Introduit. Confirmez votre adresse e-mail à l’aide du lien reçu.',
    de: 'Eingereicht. Bestätigen Sie Ihre E-Mail-Adresse über den Link in der E-Mail.',
    en: 'Handed in. Confirm your e-mail address by the link in the mail.',
  },
  returned: {
    nl: 'Teruggestuurd: verbeter wat genoemd wordt en dien opnieuw in.',
    fr: 'Renvoyé : corrigez ce qui est indiqué et introduisez à nouveau.',
    de: 'Zurückgegeben: Berichtigen Sie das Genannte und reichen Sie erneut ein.',
    en: 'Returned: correct what is named and hand it in again.',
  },
  review: {
    nl: 'Onze medewerkers bekijken uw aanvraag.',
    fr: 'Nos collaborateurs examinent votre demande.',
    de: 'Unsere Mitarbeiter prüfen Ihre Anmeldung.',
    en: 'Our staff are looking at your registration.',
  },
  approved: {
    nl: 'Goedgekeurd. De uitnodiging gaat naar uw e-mailadres.',
    fr: 'Approuvé. L’invitation est envoyée à votre adresse e-mail.',
    de: 'Genehmigt. Die Einladung geht an Ihre E-Mail-Adresse.',
    en: 'Approved. The invitation goes to your e-mail address.',
  },
  granted: {
    nl: 'U bent beheerder van uw bedrijf.',
    fr: 'Vous êtes administrateur de votre entreprise.',
    de: 'Sie sind Administrator Ihres Unternehmens.',
    en: 'You are administrator of your company.',
  },
  rejected: { nl: 'Afgewezen.', fr: 'Refusé.', de: 'Abgelehnt.', en: 'Rejected.' },
  answered: {
    nl: 'Afgesloten. Het antwoord staat in de mail aan het bevestigde adres.',
    fr: 'Clôturé. La réponse figure dans le message envoyé à l’adresse confirmée.',
    de: 'Abgeschlossen. Die Antwort steht in der E-Mail an die bestätigte Adresse.',
    en: 'Closed. The answer is in the mail to the confirmed address.',
  },
  abandoned: {
    nl: 'Gesloten, omdat er niets meer gebeurde. Een nieuw formulier kan altijd.',
    fr: 'Clôturé, faute de suite. Un nouveau formulaire est toujours possible.',
    de: 'Geschlossen, weil nichts mehr geschah. Ein neues Formular ist jederzeit möglich.',
    en: 'Closed, because nothing more happened. A new form can be filled in at any time.',
  },
  withdrawn: {
    nl: 'U hebt de aanvraag ingetrokken.',
    fr: 'Vous avez retiré la demande.',
    de: 'Sie haben die Anmeldung zurückgezogen.',
    en: 'You have withdrawn the registration.',
  },
};

export function heldStageText(stage: HeldStage, language: Language): string {
  return sayFirst(stages[stage], language);
}
