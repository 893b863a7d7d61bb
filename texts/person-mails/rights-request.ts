/** Mails about a request for rights (WF-05): to administrators that it is theirs, to the asker how it goes. */
import type { PersonMailTexts } from './facts.ts';

export const rightsRequested: PersonMailTexts = {
  subject: {
    nl: '{applicantName} vraagt rechten',
    fr: '{applicantName} demande des droits',
    de: '{applicantName} bittet um Rechte',
    en: '{applicantName} asks for rights',
  },
  heading: {
    nl: 'Een aanvraag voor rechten',
    fr: 'Une demande de droits',
    de: 'Eine Anfrage nach Rechten',
    en: 'A request for rights',
  },
  lead: {
    nl: '{applicantName} vraagt rechten op klantnummer {accountNumber} van {companyName}. Het gaat om {application}. Log in om ze toe te kennen of te weigeren; dat kan {dueAt:until}. Daarna vervalt de aanvraag. Er staat bij: {note}',
    fr: '{applicantName} demande des droits sur le compte {accountNumber} de {companyName}. Cela concerne l’application {application}. Connectez-vous pour les accorder ou les refuser ; c’est possible {dueAt:until}. Ensuite, la demande devient caduque. La demande précise : {note}',
    de: '{applicantName} bittet um Rechte auf Kundennummer {accountNumber} von {companyName}. Es geht um {application}. Melden Sie sich an, um sie zu erteilen oder abzulehnen; das geht {dueAt:until}. Danach verfällt die Anfrage. Dabei steht: {note}',
    en: '{applicantName} asks for rights on account {accountNumber} of {companyName}. It is about {application}. Log in to grant or refuse them; you can {dueAt:until}. After that the request lapses. The request says: {note}',
  },
  footer: 'account',
};

export const rightsWidened: PersonMailTexts = {
  subject: {
    nl: 'Rechten voor {applicantName} zijn opengesteld',
    fr: 'Des droits pour {applicantName} ont été ouverts',
    de: 'Rechte für {applicantName} sind freigegeben',
    en: 'Rights for {applicantName} have been opened',
  },
  heading: {
    nl: 'U kunt de gevraagde rechten nu toekennen',
    fr: 'Vous pouvez maintenant accorder les droits demandés',
    de: 'Sie können die erbetenen Rechte jetzt erteilen',
    en: 'You can grant the rights asked for now',
  },
  lead: {
    nl: 'Wij hebben voor klantnummer {accountNumber} van {companyName} rechten opengesteld en aan u toegekend, omdat {applicantName} ze vroeg. Het gaat om {application}. Log in om ze door te geven; dat kan {dueAt:until}.',
    fr: 'Nous avons ouvert des droits sur le compte {accountNumber} de {companyName} et vous les avons accordés, car {applicantName} les a demandés. Cela concerne l’application {application}. Connectez-vous pour les transmettre ; c’est possible {dueAt:until}.',
    de: 'Wir haben für Kundennummer {accountNumber} von {companyName} Rechte freigegeben und Ihnen erteilt, weil {applicantName} darum gebeten hat. Es geht um {application}. Melden Sie sich an, um sie weiterzugeben; das geht {dueAt:until}.',
    en: 'We have opened rights on account {accountNumber} of {companyName} and granted them to you, because {applicantName} asked for them. It is about {application}. Log in to grant them on; you can {dueAt:until}.',
  },
  footer: 'account',
};

export const requestWithStaff: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag voor rechten is bij ons',
    fr: 'Votre demande de droits est chez nous',
    de: 'Ihre Anfrage nach Rechten liegt bei uns',
    en: 'Your request for rights is with us',
  },
  heading: {
    nl: 'Wij bekijken uw aanvraag',
    fr: 'Nous examinons votre demande',
    de: 'Wir sehen uns Ihre Anfrage an',
    en: 'We are looking at your request',
  },
  lead: {
    nl: 'Niemand bij {companyName} kan de rechten geven die u vroeg op klantnummer {accountNumber}. Het gaat om {application}. Daarom bekijken wij uw aanvraag. U krijgt uiterlijk {dueAt:moment} antwoord.',
    fr: 'Personne chez {companyName} ne peut donner les droits que vous avez demandés sur le compte {accountNumber}. Cela concerne l’application {application}. C’est pourquoi nous examinons votre demande. Vous recevrez une réponse au plus tard le {dueAt:moment}.',
    de: 'Niemand bei {companyName} kann die Rechte erteilen, um die Sie auf Kundennummer {accountNumber} gebeten haben. Es geht um {application}. Deshalb sehen wir uns Ihre Anfrage an. Sie erhalten spätestens {dueAt:moment} eine Antwort.',
    en: 'Nobody at {companyName} can give the rights you asked for on account {accountNumber}. It is about {application}. That is why we look at your request. You get an answer by {dueAt:moment} at the latest.',
  },
  footer: 'account',
};

export const requestQuestion: PersonMailTexts = {
  subject: {
    nl: 'Een vraag over uw aanvraag voor rechten',
    fr: 'Une question sur votre demande de droits',
    de: 'Eine Frage zu Ihrer Anfrage nach Rechten',
    en: 'A question about your request for rights',
  },
  heading: {
    nl: 'Wij hebben uw antwoord nodig',
    fr: 'Nous avons besoin de votre réponse',
    de: 'Wir brauchen Ihre Antwort',
    en: 'Your answer is needed',
  },
  lead: {
    nl: 'Over uw aanvraag op klantnummer {accountNumber} van {companyName} is een vraag. Het gaat om {application}. Log in en antwoord; dat kan {abandonAt:until}. Daarna wordt de aanvraag gesloten. De vraag: {note}',
    fr: 'Une question se pose sur votre demande concernant le compte {accountNumber} de {companyName}. Cela concerne l’application {application}. Connectez-vous et répondez ; c’est possible {abandonAt:until}. Ensuite, la demande sera close. La question : {note}',
    de: 'Zu Ihrer Anfrage auf Kundennummer {accountNumber} von {companyName} gibt es eine Frage. Es geht um {application}. Melden Sie sich an und antworten Sie; das geht {abandonAt:until}. Danach wird die Anfrage geschlossen. Die Frage: {note}',
    en: 'There is a question about your request on account {accountNumber} of {companyName}. It is about {application}. Log in and answer; you can {abandonAt:until}. After that the request is closed. The question: {note}',
  },
  footer: 'account',
};

export const requestReminder: PersonMailTexts = {
  ...requestQuestion,
  subject: {
    nl: 'Herinnering: een vraag over uw aanvraag voor rechten',
    fr: 'Rappel : une question sur votre demande de droits',
    de: 'Erinnerung: eine Frage zu Ihrer Anfrage nach Rechten',
    en: 'Reminder: a question about your request for rights',
  },
};

export const requestGranted: PersonMailTexts = {
  subject: {
    nl: 'U hebt de gevraagde rechten',
    fr: 'Vous avez les droits demandés',
    de: 'Sie haben die erbetenen Rechte',
    en: 'You have the rights you asked for',
  },
  heading: {
    nl: 'Uw aanvraag is toegekend',
    fr: 'Votre demande est accordée',
    de: 'Ihrer Anfrage wurde entsprochen',
    en: 'Your request is granted',
  },
  lead: {
    nl: 'U hebt nu de rechten die u vroeg op klantnummer {accountNumber} van {companyName}. Het gaat om {application}.',
    fr: 'Vous avez maintenant les droits que vous avez demandés sur le compte {accountNumber} de {companyName}. Cela concerne l’application {application}.',
    de: 'Sie haben jetzt die Rechte, um die Sie auf Kundennummer {accountNumber} von {companyName} gebeten haben. Es geht um {application}.',
    en: 'You now have the rights that you asked for on account {accountNumber} of {companyName}. It is about {application}.',
  },
  footer: 'account',
};

export const requestPartly: PersonMailTexts = {
  subject: {
    nl: 'U hebt een deel van de gevraagde rechten',
    fr: 'Vous avez une partie des droits demandés',
    de: 'Sie haben einen Teil der erbetenen Rechte',
    en: 'You have a part of the rights you asked for',
  },
  heading: {
    nl: 'Uw aanvraag is voor een deel toegekend',
    fr: 'Votre demande est accordée en partie',
    de: 'Ihrer Anfrage wurde teilweise entsprochen',
    en: 'Your request is granted in part',
  },
  lead: {
    nl: 'U hebt een deel van de rechten die u vroeg op klantnummer {accountNumber} van {companyName}. Het gaat om {application}. Bij uw aanvraag in het portaal ziet u wat er met de rest gebeurt. Daarbij staat: {note}',
    fr: 'Vous avez une partie des droits que vous avez demandés sur le compte {accountNumber} de {companyName}. Cela concerne l’application {application}. Votre demande sur le portail indique ce qu’il advient du reste. Il est précisé : {note}',
    de: 'Sie haben einen Teil der Rechte, um die Sie auf Kundennummer {accountNumber} von {companyName} gebeten haben. Es geht um {application}. Bei Ihrer Anfrage im Portal sehen Sie, was aus dem Rest wird. Dazu steht: {note}',
    en: 'You have a part of the rights that you asked for on account {accountNumber} of {companyName}. It is about {application}. Your request in the portal shows what becomes of the rest. With it stands: {note}',
  },
  footer: 'account',
};

export const requestRejected: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag voor rechten is geweigerd',
    fr: 'Votre demande de droits est refusée',
    de: 'Ihre Anfrage nach Rechten wurde abgelehnt',
    en: 'Your request for rights is rejected',
  },
  heading: {
    nl: 'U krijgt de gevraagde rechten niet',
    fr: 'Vous ne recevez pas les droits demandés',
    de: 'Sie erhalten die erbetenen Rechte nicht',
    en: 'You do not get the rights you asked for',
  },
  lead: {
    nl: 'De rechten die u vroeg op klantnummer {accountNumber} van {companyName} worden niet toegekend. Het gaat om {application}. De reden: {note}',
    fr: 'Les droits que vous avez demandés sur le compte {accountNumber} de {companyName} ne sont pas accordés. Cela concerne l’application {application}. La raison : {note}',
    de: 'Die Rechte, um die Sie auf Kundennummer {accountNumber} von {companyName} gebeten haben, werden nicht erteilt. Es geht um {application}. Der Grund: {note}',
    en: 'The rights that you asked for on account {accountNumber} of {companyName} are not granted. It is about {application}. The reason: {note}',
  },
  linesHeading: {
    nl: 'Het profiel laat dit niet toe',
    fr: 'Le profil ne le permet pas',
    de: 'Das Profil lässt dies nicht zu',
    en: 'The profile has no place for this',
  },
  footer: 'account',
};

export const requestLapsed: PersonMailTexts = {
  subject: {
    nl: 'Uw aanvraag voor rechten is vervallen',
    fr: 'Votre demande de droits est caduque',
    de: 'Ihre Anfrage nach Rechten ist verfallen',
    en: 'Your request for rights has lapsed',
  },
  heading: {
    nl: 'Uw aanvraag is gesloten',
    fr: 'Votre demande est close',
    de: 'Ihre Anfrage ist geschlossen',
    en: 'Your request is closed',
  },
  lead: {
    nl: 'Op uw aanvraag voor rechten op klantnummer {accountNumber} van {companyName} kwam op tijd geen antwoord. Het gaat om {application}. Hebt u ze nog nodig, vraag ze dan opnieuw.',
    fr: 'Votre demande de droits sur le compte {accountNumber} de {companyName} n’a pas reçu de réponse à temps. Cela concerne l’application {application}. Si vous en avez encore besoin, demandez-les à nouveau.',
    de: 'Auf Ihre Anfrage nach Rechten auf Kundennummer {accountNumber} von {companyName} kam nicht rechtzeitig eine Antwort. Es geht um {application}. Brauchen Sie sie noch, bitten Sie erneut darum.',
    en: 'Your request for rights on account {accountNumber} of {companyName} was not answered in time. It is about {application}. If you still need them, ask again.',
  },
  footer: 'account',
};
