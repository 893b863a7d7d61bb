/** How a registration was answered (WF-01): to who filled in the form, and, with his consent, to the administrator there is. */
import type { PersonMailTexts } from './facts.ts';

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

export const registrationRecoveryBegun: PersonMailTexts = {
  ...registrationRecovery,
  lead: {
    nl: '{companyName} is bij ons bekend, maar niemand beheert de toegang nog. Een formulier volstaat dan niet. Stemmen onze medewerkers ermee in dat u beheerder wordt, dan sturen wij een brief met een code naar het geregistreerde adres van het bedrijf; die code geeft u in bij uw aanvraag. De vroegere beheerder kan bezwaar maken. Wij schrijven u zodra de code werkt.',
    fr: '{companyName} nous est connue, mais personne n’en gère plus l’accès. Un formulaire ne suffit alors pas. Si nos collaborateurs acceptent que vous deveniez administrateur, nous envoyons une lettre avec un code à l’adresse enregistrée de l’entreprise ; vous saisissez ce code dans votre demande. L’ancien administrateur peut s’opposer. Nous vous écrivons dès que le code est valable.',
    de: '{companyName} ist uns bekannt, aber niemand verwaltet mehr den Zugang. Ein Formular genügt dann nicht. Stimmen unsere Mitarbeiter zu, dass Sie Administrator werden, senden wir einen Brief mit einem Code an die eingetragene Adresse des Unternehmens; diesen Code geben Sie bei Ihrer Anmeldung ein. Der frühere Administrator kann widersprechen. Wir schreiben Ihnen, sobald der Code gilt.',
    en: '{companyName} is known to us, but nobody administers its access any more. A form is not enough then. If our staff agree that you become administrator, we send a letter with a code to the registered address of the company; you enter that code with your registration. The former administrator may object. We write to you as soon as the code works.',
  },
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

export const registrationInvitationUnused: PersonMailTexts = {
  subject: {
    nl: 'Uw uitnodiging is verlopen',
    fr: 'Votre invitation a expiré',
    de: 'Ihre Einladung ist abgelaufen',
    en: 'Your invitation has ended',
  },
  heading: {
    nl: 'Uw uitnodiging is niet gebruikt',
    fr: 'Votre invitation n’a pas été utilisée',
    de: 'Ihre Einladung wurde nicht benutzt',
    en: 'Your invitation was not used',
  },
  lead: {
    nl: 'U hebt de uitnodiging om {companyName} te beheren niet gebruikt; ze werkt niet meer en uw aanvraag is gesloten. Uw bedrijf heeft intussen een beheerder. Wilt u nog toegang, vraag die dan aan de beheerder. Wie dat is, mogen wij niet zeggen; vraag het in uw bedrijf.',
    fr: 'Vous n’avez pas utilisé l’invitation à administrer {companyName} ; elle ne fonctionne plus et votre demande est clôturée. Entre-temps, votre entreprise a un administrateur. Si vous souhaitez encore l’accès, demandez-le-lui. Nous ne pouvons pas dire qui c’est ; renseignez-vous dans votre entreprise.',
    de: 'Sie haben die Einladung, {companyName} zu verwalten, nicht benutzt; sie gilt nicht mehr, und Ihre Anmeldung ist geschlossen. Ihr Unternehmen hat inzwischen einen Administrator. Möchten Sie noch Zugang, bitten Sie ihn darum. Wer das ist, dürfen wir nicht sagen; fragen Sie in Ihrem Unternehmen.',
    en: 'You have not used the invitation to administer {companyName}; it works no more, and your registration is closed. Your company has an administrator by now. If you still want access, ask him for it. We may not say who that is; ask in your company.',
  },
  footer: 'account',
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
