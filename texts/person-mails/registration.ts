/** Mails of a registration by web form (WF-01) and of its identity check (WF-19), to who filled in the form. */
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
  action: {
    nl: 'Bevestig dit adres',
    fr: 'Confirmer cette adresse',
    de: 'Adresse bestätigen',
    en: 'Confirm this address',
  },
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
  action: {
    nl: 'Bevestig dit adres',
    fr: 'Confirmer cette adresse',
    de: 'Adresse bestätigen',
    en: 'Confirm this address',
  },
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

export const registrationRejected: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag is niet aanvaard',
    fr: 'Votre demande n’est pas acceptée',
    de: 'Ihre Anmeldung wurde nicht angenommen',
    en: 'Your registration was not accepted',
  },
  heading: {
    nl: 'Wij kunnen uw aanvraag niet aanvaarden',
    fr: 'Nous ne pouvons pas accepter votre demande',
    de: 'Wir können Ihre Anmeldung nicht annehmen',
    en: 'We cannot accept your registration',
  },
  lead: {
    nl: 'Uw aanvraag voor {companyName} is afgewezen. De reden: {note}',
    fr: 'Votre demande pour {companyName} est refusée. La raison : {note}',
    de: 'Ihre Anmeldung für {companyName} wurde abgelehnt. Der Grund: {note}',
    en: 'Your registration for {companyName} was rejected. The reason: {note}',
  },
  footer: 'account',
};

export const registrationReferred: PersonMailTexts = {
  subject: {
    nl: 'Vraag toegang aan de beheerder van uw bedrijf',
    fr: 'Demandez l’accès à l’administrateur de votre entreprise',
    de: 'Bitten Sie den Administrator Ihres Unternehmens um Zugang',
    en: 'Ask the administrator of your company for access',
  },
  heading: {
    nl: 'Uw bedrijf heeft al een beheerder',
    fr: 'Votre entreprise a déjà un administrateur',
    de: 'Ihr Unternehmen hat bereits einen Administrator',
    en: 'Your company has an administrator already',
  },
  lead: {
    nl: 'Voor {companyName} is een formulier niet meer nodig: de beheerder van uw bedrijf maakt uw gebruiker aan. Wie dat is, mogen wij niet zeggen; vraag het in uw bedrijf. Uw aanvraag is gesloten.',
    fr: 'Pour {companyName}, un formulaire n’est plus nécessaire : l’administrateur de votre entreprise crée votre utilisateur. Nous ne pouvons pas dire qui c’est ; renseignez-vous dans votre entreprise. Votre demande est clôturée.',
    de: 'Für {companyName} ist kein Formular mehr nötig: Der Administrator Ihres Unternehmens legt Ihren Benutzer an. Wer das ist, dürfen wir nicht sagen; fragen Sie in Ihrem Unternehmen. Ihre Anmeldung ist geschlossen.',
    en: 'For {companyName} no form is needed any more: the administrator of your company creates your user. We may not say who that is; ask in your company. Your registration is closed.',
  },
  footer: 'account',
};

export const registrationRecovery: PersonMailTexts = {
  subject: {
    nl: 'Toegang voor uw bedrijf: een andere weg',
    fr: 'Accès pour votre entreprise : une autre voie',
    de: 'Zugang für Ihr Unternehmen: ein anderer Weg',
    en: 'Access for your company: another way',
  },
  heading: {
    nl: 'Uw bedrijf heeft geen beheerder meer',
    fr: 'Votre entreprise n’a plus d’administrateur',
    de: 'Ihr Unternehmen hat keinen Administrator mehr',
    en: 'Your company has no administrator any more',
  },
  lead: {
    nl: '{companyName} is bij ons bekend, maar niemand beheert de toegang nog. Een formulier volstaat dan niet: wij sturen een brief met een code naar het geregistreerde adres van het bedrijf. Bel de klantendienst om die te vragen. Uw aanvraag is gesloten.',
    fr: '{companyName} nous est connue, mais personne n’en gère plus l’accès. Un formulaire ne suffit alors pas : nous envoyons une lettre avec un code à l’adresse enregistrée de l’entreprise. Appelez le service clientèle pour la demander. Votre demande est clôturée.',
    de: '{companyName} ist uns bekannt, aber niemand verwaltet mehr den Zugang. Ein Formular genügt dann nicht: Wir senden einen Brief mit einem Code an die eingetragene Adresse des Unternehmens. Rufen Sie den Kundendienst an, um ihn anzufordern. Ihre Anmeldung ist geschlossen.',
    en: '{companyName} is known to us, but nobody administers its access any more. A form is not enough then: we send a letter with a code to the registered address of the company. Call customer service to ask for it. Your registration is closed.',
  },
  footer: 'account',
};

export const registrationAbandoned: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag is gesloten',
    fr: 'Votre demande est clôturée',
    de: 'Ihre Anmeldung ist geschlossen',
    en: 'Your registration is closed',
  },
  heading: {
    nl: 'Wij hebben niets meer gehoord',
    fr: 'Nous n’avons plus eu de nouvelles',
    de: 'Wir haben nichts mehr gehört',
    en: 'We have heard nothing more',
  },
  lead: {
    nl: 'Uw aanvraag bij {brandName} is gesloten omdat er niets meer mee gebeurde. U kunt altijd een nieuw formulier invullen.',
    fr: 'Votre demande auprès de {brandName} est clôturée parce qu’elle est restée sans suite. Vous pouvez toujours remplir un nouveau formulaire.',
    de: 'Ihre Anmeldung bei {brandName} ist geschlossen, weil nichts mehr geschah. Sie können jederzeit ein neues Formular ausfüllen.',
    en: 'Your registration with {brandName} is closed because nothing more happened. You can fill in a new form at any time.',
  },
  footer: 'unasked',
};

export const registrationApplicant: PersonMailTexts = {
  subject: {
    nl: 'Iemand van uw bedrijf vraagt toegang',
    fr: 'Une personne de votre entreprise demande l’accès',
    de: 'Jemand aus Ihrem Unternehmen bittet um Zugang',
    en: 'Somebody of your company asks for access',
  },
  heading: {
    nl: 'Een aanvraag voor uw bedrijf',
    fr: 'Une demande pour votre entreprise',
    de: 'Eine Anmeldung für Ihr Unternehmen',
    en: 'A registration for your company',
  },
  lead: {
    nl: '{applicantName} ({applicantAddress}) vulde een formulier in om toegang te krijgen voor {companyName} en vroeg ons u dat te melden. Hoort deze persoon bij uw bedrijf, maak dan zelf een gebruiker aan. Zo niet, dan hoeft u niets te doen.',
    fr: '{applicantName} ({applicantAddress}) a rempli un formulaire pour obtenir l’accès pour {companyName} et nous a demandé de vous en avertir. Si cette personne fait partie de votre entreprise, créez vous-même un utilisateur. Sinon, vous n’avez rien à faire.',
    de: '{applicantName} ({applicantAddress}) hat ein Formular ausgefüllt, um Zugang für {companyName} zu erhalten, und uns gebeten, Sie zu benachrichtigen. Gehört diese Person zu Ihrem Unternehmen, legen Sie selbst einen Benutzer an. Wenn nicht, brauchen Sie nichts zu tun.',
    en: '{applicantName} ({applicantAddress}) filled in a form to get access for {companyName} and asked us to tell you. If this person belongs to your company, create a user yourself. If not, there is nothing to do.',
  },
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
