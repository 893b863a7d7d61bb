/** Mails of a registration by web form (WF-01) and of its identity check (WF-19), to who filled in the form. */
import { actions } from '../mails/common.ts';
import type { PersonMailTexts } from './facts.ts';

export const registrationConfirm: PersonMailTexts = {
  subject: {
    nl: 'Bevestig uw e-mailadres voor uw aanvraag bij {brandName}',
    fr: 'Confirmez votre adresse e-mail pour votre demande auprès de {brandName}',
    de: 'Bestätigen Sie Ihre E-Mail-Adresse für Ihre Anmeldung bei {brandName}',
    en: 'Confirm your e-mail address for your registration with {brandName}',
  },
  heading: {
    nl: 'Bevestig uw e-mailadres',
    fr: 'Confirmez votre adresse e-mail',
    de: 'Bestätigen Sie Ihre E-Mail-Adresse',
    en: 'Confirm your e-mail address',
  },
  lead: {
    nl: 'Met dit adres is een aanvraag om toegang begonnen. Wij bekijken ze pas als u het adres bevestigt. De link werkt één keer, {endsAt:until}.',
    fr: 'Une demande d’accès a été commencée avec cette adresse. Nous ne l’examinons que si vous confirmez l’adresse. Le lien fonctionne une seule fois, {endsAt:until}.',
    de: 'Mit dieser Adresse wurde eine Anmeldung begonnen. Wir prüfen sie erst, wenn Sie die Adresse bestätigen. Der Link funktioniert einmal, {endsAt:until}.',
    en: 'A registration was begun with this address. We look at it only once you confirm the address. The link works once, {endsAt:until}.',
  },
  action: actions.confirm,
  footer: 'unasked',
};

export const registrationReceived: PersonMailTexts = {
  subject: {
    nl: 'Wij hebben uw aanvraag',
    fr: 'Nous avons reçu votre demande',
    de: 'Wir haben Ihre Anmeldung erhalten',
    en: 'We have your registration',
  },
  heading: {
    nl: 'Uw aanvraag is ontvangen',
    fr: 'Votre demande est reçue',
    de: 'Ihre Anmeldung ist eingegangen',
    en: 'Your registration has arrived',
  },
  lead: {
    nl: 'Wij hebben uw aanvraag voor {companyName} volledig ontvangen. U krijgt uiterlijk {dueAt:moment} antwoord.',
    fr: 'Nous avons reçu votre demande complète pour {companyName}. Vous recevrez une réponse au plus tard le {dueAt:moment}.',
    de: 'Ihre Anmeldung für {companyName} ist vollständig eingegangen. Sie erhalten spätestens {dueAt:moment} eine Antwort.',
    en: 'Your registration for {companyName} has arrived complete. You get an answer by {dueAt:moment} at the latest.',
  },
  footer: 'account',
};

export const registrationKnown: PersonMailTexts = {
  ...registrationReceived,
  lead: {
    nl: 'Wij hebben uw aanvraag voor {companyName} volledig ontvangen. Dit ondernemingsnummer is bij ons al bekend, of iemand anders van uw bedrijf heeft ook een aanvraag ingediend. Als uw bedrijf al een beheerder heeft, kan een collega u zelf toegang geven. U krijgt van ons uiterlijk {dueAt:moment} antwoord.',
    fr: 'Nous avons reçu votre demande complète pour {companyName}. Ce numéro d’entreprise nous est déjà connu, ou une autre personne de votre entreprise a aussi introduit une demande. Si votre entreprise a déjà un administrateur, un collègue peut vous donner accès lui-même. Nous vous répondrons au plus tard le {dueAt:moment}.',
    de: 'Ihre Anmeldung für {companyName} ist vollständig eingegangen. Diese Unternehmensnummer ist uns bereits bekannt, oder jemand anderes aus Ihrem Unternehmen hat sich ebenfalls angemeldet. Wenn Ihr Unternehmen schon einen Administrator hat, kann ein Kollege Ihnen selbst Zugang geben. Sie erhalten von uns spätestens {dueAt:moment} eine Antwort.',
    en: 'Your registration for {companyName} has arrived complete. This enterprise number is known to us already, or somebody else of your company has registered too. If your company has an administrator already, a colleague can give you access himself. You get an answer from us by {dueAt:moment} at the latest.',
  },
};

export const registrationDuplicate: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag loopt al',
    fr: 'Votre demande est déjà en cours',
    de: 'Ihre Anmeldung läuft bereits',
    en: 'Your registration is under way already',
  },
  heading: {
    nl: 'U hebt al een aanvraag voor dit bedrijf',
    fr: 'Vous avez déjà une demande pour cette entreprise',
    de: 'Sie haben sich für dieses Unternehmen bereits angemeldet',
    en: 'You have a registration for this company already',
  },
  lead: {
    nl: 'Uw eerdere aanvraag voor {companyName} loopt verder; deze tweede is gesloten. U hoeft niets te doen.',
    fr: 'Votre première demande pour {companyName} suit son cours ; la seconde est clôturée. Vous n’avez rien à faire.',
    de: 'Ihre frühere Anmeldung für {companyName} läuft weiter; diese zweite ist geschlossen. Sie brauchen nichts zu tun.',
    en: 'Your earlier registration for {companyName} goes on; this second one is closed. There is nothing to do.',
  },
  footer: 'account',
};

export const registrationReminder: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag wacht op u',
    fr: 'Votre demande vous attend',
    de: 'Ihre Anmeldung wartet auf Sie',
    en: 'Your registration waits for you',
  },
  heading: {
    nl: 'Uw aanvraag is nog niet af',
    fr: 'Votre demande n’est pas terminée',
    de: 'Ihre Anmeldung ist noch nicht fertig',
    en: 'Your registration is not finished yet',
  },
  lead: {
    nl: 'Uw aanvraag bij {brandName} wacht op u. Doet u niets, dan wordt ze gesloten op {abandonAt:moment}.',
    fr: 'Votre demande auprès de {brandName} vous attend. Si vous ne faites rien, elle sera clôturée le {abandonAt:moment}.',
    de: 'Ihre Anmeldung bei {brandName} wartet auf Sie. Wenn Sie nichts tun, wird sie am {abandonAt:moment} geschlossen.',
    en: 'Your registration with {brandName} waits for you. If you do nothing it is closed on {abandonAt:moment}.',
  },
  action: actions.confirm,
  footer: 'unasked',
};

export const registrationReturned: PersonMailTexts = {
  subject: {
    nl: 'Vul uw aanvraag aan',
    fr: 'Complétez votre demande',
    de: 'Ergänzen Sie Ihre Anmeldung',
    en: 'Complete your registration',
  },
  heading: {
    nl: 'Uw aanvraag moet verbeterd worden',
    fr: 'Votre demande doit être corrigée',
    de: 'Ihre Anmeldung muss berichtigt werden',
    en: 'Your registration needs a correction',
  },
  lead: {
    nl: 'Kijk na wat hieronder staat, verbeter het en dien de aanvraag opnieuw in {abandonAt:until}. Wij schreven erbij: {note}',
    fr: 'Vérifiez ce qui figure ci-dessous, corrigez et introduisez à nouveau votre demande {abandonAt:until}. Notre remarque : {note}',
    de: 'Prüfen Sie die Angaben unten, berichtigen Sie sie und reichen Sie die Anmeldung erneut ein {abandonAt:until}. Unsere Anmerkung: {note}',
    en: 'Look at what is named below, correct it and hand the registration in again {abandonAt:until}. We wrote: {note}',
  },
  linesHeading: { nl: 'Te verbeteren', fr: 'À corriger', de: 'Zu berichtigen', en: 'To correct' },
  footer: 'account',
};

export const identityDocumentAgain: PersonMailTexts = {
  subject: {
    nl: 'Wij hebben een nieuwe foto van uw identiteitsbewijs nodig',
    fr: 'Il nous faut une nouvelle photo de votre pièce d’identité',
    de: 'Wir brauchen ein neues Bild Ihres Ausweises',
    en: 'We need another picture of your identity document',
  },
  heading: {
    nl: 'Stuur uw identiteitsbewijs nog eens',
    fr: 'Envoyez encore une fois votre pièce d’identité',
    de: 'Senden Sie Ihren Ausweis noch einmal',
    en: 'Send your identity document once more',
  },
  lead: {
    nl: 'De foto die u stuurde kon niet gebruikt worden en is vernietigd. Stuur bij uw aanvraag een nieuwe.',
    fr: 'La photo que vous avez envoyée n’a pas pu être utilisée et a été détruite. Joignez-en une nouvelle à votre demande.',
    de: 'Das gesendete Bild konnte nicht verwendet werden und wurde vernichtet. Fügen Sie Ihrer Anmeldung ein neues bei.',
    en: 'The picture you sent could not be used and was destroyed. Add a new one to your registration.',
  },
  footer: 'account',
};
