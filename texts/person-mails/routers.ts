/** Mails about a router on its way into the directory (WF-06, RT-03). */
import type { PersonMailTexts } from './facts.ts';

export const routerListed: PersonMailTexts = {
  subject: {
    nl: '{routerName} staat nu in de lijst',
    fr: '{routerName} figure désormais dans la liste',
    de: '{routerName} steht jetzt im Verzeichnis',
    en: '{routerName} is listed now',
  },
  heading: {
    nl: 'De router die u vroeg, staat in de lijst',
    fr: 'Le routeur demandé figure dans la liste',
    de: 'Der gewünschte Router steht im Verzeichnis',
    en: 'The router you asked for is listed',
  },
  lead: {
    nl: '{routerName}, {routerPlace}, staat in de lijst van routers onder nummer {routerNumber}. U kunt er nu rechten aan toekennen; het bedrijf wordt gevraagd te bevestigen dat het meewerkt, en u hoort wanneer dat gebeurd is.',
    fr: '{routerName}, {routerPlace}, figure dans la liste des routeurs sous le numéro {routerNumber}. Vous pouvez dès maintenant lui accorder des droits ; l’entreprise est invitée à confirmer sa participation, et vous en serez averti.',
    de: '{routerName}, {routerPlace}, steht unter der Nummer {routerNumber} im Verzeichnis der Router. Sie können ihm jetzt Rechte erteilen; das Unternehmen wird gebeten zu bestätigen, dass es mitarbeitet, und Sie erfahren, wenn das geschehen ist.',
    en: '{routerName}, {routerPlace}, stands in the directory of routers under number {routerNumber}. You can give it rights now; the company is asked to confirm that it takes part, and you will hear when it has.',
  },
  footer: 'account',
};

export const routerInvited: PersonMailTexts = {
  subject: {
    nl: '{companyName} wil met u werken',
    fr: '{companyName} souhaite travailler avec vous',
    de: '{companyName} möchte mit Ihnen arbeiten',
    en: '{companyName} would like to work with you',
  },
  heading: {
    nl: 'Registreer uw bedrijf',
    fr: 'Enregistrez votre entreprise',
    de: 'Registrieren Sie Ihr Unternehmen',
    en: 'Register your company',
  },
  lead: {
    nl: '{companyName} wil {routerName} als router laten werken bij {brandName}, en u staat in de lijst onder nummer {routerNumber}. Registreer uw bedrijf bij {brandName} met het ondernemingsnummer {enterpriseNumber}: wat klanten u toekennen, wacht tot dan op u. Dat kan {endsAt:until}; daarna krijgt {companyName} bericht.',
    fr: '{companyName} souhaite que {routerName} travaille comme routeur auprès de {brandName}, et vous figurez dans la liste sous le numéro {routerNumber}. Enregistrez votre entreprise auprès de {brandName} avec le numéro d’entreprise {enterpriseNumber} : ce que des clients vous accordent vous attend jusque-là. C’est possible {endsAt:until} ; ensuite, {companyName} est averti que vous ne l’avez pas fait.',
    de: '{companyName} möchte {routerName} als Router bei {brandName} arbeiten lassen, und Sie stehen unter der Nummer {routerNumber} im Verzeichnis. Registrieren Sie Ihr Unternehmen bei {brandName} mit der Unternehmensnummer {enterpriseNumber}: Was Kunden Ihnen erteilen, wartet bis dahin auf Sie. Das geht {endsAt:until}; danach erfährt {companyName}, dass Sie es nicht getan haben.',
    en: '{companyName} would like {routerName} to work as a router at {brandName}, and you are listed under number {routerNumber}. Register your company at {brandName} with the enterprise number {enterpriseNumber}: what clients give you waits for you until then. You can {endsAt:until}; after that {companyName} is told that you have not.',
  },
  footer: 'unasked',
};

export const routerInvitedAgain: PersonMailTexts = {
  subject: {
    nl: 'Herinnering: {companyName} wil met u werken',
    fr: 'Rappel : {companyName} souhaite travailler avec vous',
    de: 'Erinnerung: {companyName} möchte mit Ihnen arbeiten',
    en: 'Reminder: {companyName} would like to work with you',
  },
  heading: {
    nl: 'Uw bedrijf is nog niet geregistreerd',
    fr: 'Votre entreprise n’est pas encore enregistrée',
    de: 'Ihr Unternehmen ist noch nicht registriert',
    en: 'Your company is not registered yet',
  },
  lead: {
    nl: 'Registreer {routerName} bij {brandName} met het ondernemingsnummer {enterpriseNumber}. Wat klanten u toekennen, wacht {endsAt:until} op u.',
    fr: 'Enregistrez {routerName} auprès de {brandName} avec le numéro d’entreprise {enterpriseNumber}. Ce que des clients vous accordent vous attend {endsAt:until}.',
    de: 'Registrieren Sie {routerName} bei {brandName} mit der Unternehmensnummer {enterpriseNumber}. Was Kunden Ihnen erteilen, wartet {endsAt:until} auf Sie.',
    en: 'Register {routerName} at {brandName} with the enterprise number {enterpriseNumber}. What clients give you waits for you {endsAt:until}.',
  },
  footer: 'unasked',
};

export const routerConfirm: PersonMailTexts = {
  subject: {
    nl: 'Bevestig dat {routerName} als router werkt',
    fr: 'Confirmez que {routerName} travaille comme routeur',
    de: 'Bestätigen Sie, dass {routerName} als Router arbeitet',
    en: 'Confirm that {routerName} works as a router',
  },
  heading: {
    nl: '{companyName} heeft naar u gevraagd',
    fr: '{companyName} souhaite travailler avec vous',
    de: '{companyName} hat nach Ihnen gefragt',
    en: '{companyName} has asked for you',
  },
  lead: {
    nl: '{routerName} staat in de lijst van routers onder nummer {routerNumber}, omdat {companyName} ernaar vroeg. Log in en bevestig dat dat klopt; dat kan {endsAt:until}.',
    fr: '{routerName} figure dans la liste des routeurs sous le numéro {routerNumber}, à la demande de {companyName}. Connectez-vous et confirmez que c’est exact ; c’est possible {endsAt:until}.',
    de: '{routerName} steht unter der Nummer {routerNumber} im Verzeichnis der Router, weil {companyName} danach gefragt hat. Melden Sie sich an und bestätigen Sie, dass das stimmt; das geht {endsAt:until}.',
    en: '{routerName} stands in the directory of routers under number {routerNumber}, because {companyName} asked for it. Log in and confirm that this is right; you can {endsAt:until}.',
  },
  footer: 'account',
};

export const routerConfirmReminder: PersonMailTexts = {
  subject: {
    nl: 'Herinnering: bevestig dat {routerName} als router werkt',
    fr: 'Rappel : confirmez que {routerName} travaille comme routeur',
    de: 'Erinnerung: Bestätigen Sie, dass {routerName} als Router arbeitet',
    en: 'Reminder: confirm that {routerName} works as a router',
  },
  heading: {
    nl: '{companyName} wacht op uw bevestiging',
    fr: '{companyName} attend votre confirmation',
    de: '{companyName} wartet auf Ihre Bestätigung',
    en: '{companyName} waits for you to confirm',
  },
  lead: {
    nl: 'Log in en bevestig dat {routerName} als router werkt; dat kan {endsAt:until}. Daarna vervalt de vraag van {companyName}.',
    fr: 'Connectez-vous et confirmez que {routerName} travaille comme routeur ; c’est possible {endsAt:until}. Ensuite, la demande de {companyName} devient caduque.',
    de: 'Melden Sie sich an und bestätigen Sie, dass {routerName} als Router arbeitet; das geht {endsAt:until}. Danach verfällt die Anfrage von {companyName}.',
    en: 'Log in and confirm that {routerName} works as a router; you can {endsAt:until}. After that what {companyName} asked for lapses.',
  },
  footer: 'account',
};

export const routerReady: PersonMailTexts = {
  subject: {
    nl: '{routerName} heeft bevestigd',
    fr: '{routerName} a confirmé',
    de: '{routerName} hat bestätigt',
    en: '{routerName} has confirmed',
  },
  heading: {
    nl: 'Uw router is er klaar voor',
    fr: 'Votre routeur est prêt',
    de: 'Ihr Router ist bereit',
    en: 'Your router is ready',
  },
  lead: {
    nl: '{routerName}, nummer {routerNumber}, heeft bevestigd. Geef het bedrijf de rechten die het nodig heeft; een beheerder ervan verdeelt ze onder zijn mensen.',
    fr: '{routerName}, numéro {routerNumber}, a confirmé. Accordez à l’entreprise les droits dont elle a besoin ; un de ses administrateurs les répartit entre ses collaborateurs.',
    de: '{routerName}, Nummer {routerNumber}, hat bestätigt. Erteilen Sie dem Unternehmen die Rechte, die es braucht; einer seiner Administratoren verteilt sie an seine Leute.',
    en: '{routerName}, number {routerNumber}, has confirmed. Give it the rights that it needs; one of its administrators hands them on to its people.',
  },
  footer: 'account',
};

export const routerDeclined: PersonMailTexts = {
  subject: {
    nl: '{routerName} is niet opgenomen',
    fr: '{routerName} n’a pas été ajouté',
    de: '{routerName} wurde nicht aufgenommen',
    en: '{routerName} was not listed',
  },
  heading: {
    nl: 'De router die u vroeg, is niet opgenomen',
    fr: 'Le routeur demandé n’a pas été ajouté',
    de: 'Der gewünschte Router wurde nicht aufgenommen',
    en: 'The router you asked for was not listed',
  },
  lead: {
    nl: '{routerName}, {routerPlace}, komt niet in de lijst van routers. De reden: {note}',
    fr: '{routerName}, {routerPlace}, ne figurera pas dans la liste des routeurs. Le motif : {note}',
    de: '{routerName}, {routerPlace}, kommt nicht in das Verzeichnis der Router. Der Grund: {note}',
    en: '{routerName}, {routerPlace}, will not stand in the directory of routers. The reason: {note}',
  },
  footer: 'account',
};

export const routerLapsed: PersonMailTexts = {
  subject: {
    nl: '{routerName} heeft niet geantwoord',
    fr: '{routerName} n’a pas répondu',
    de: '{routerName} hat nicht geantwortet',
    en: '{routerName} has not answered',
  },
  heading: {
    nl: 'Niemand bij de router heeft bevestigd',
    fr: 'Personne chez le routeur n’a confirmé',
    de: 'Niemand beim Router hat bestätigt',
    en: 'Nobody at the router has confirmed',
  },
  lead: {
    nl: 'Niemand van {routerName}, nummer {routerNumber}, heeft op tijd bevestigd. Uw vraag is vervallen; u kunt opnieuw vragen of een andere router kiezen.',
    fr: 'Personne de {routerName}, numéro {routerNumber}, n’a confirmé à temps. Votre demande est devenue caduque ; vous pouvez la renouveler ou choisir un autre routeur.',
    de: 'Niemand von {routerName}, Nummer {routerNumber}, hat rechtzeitig bestätigt. Ihre Anfrage ist verfallen; Sie können erneut fragen oder einen anderen Router wählen.',
    en: 'Nobody of {routerName}, number {routerNumber}, confirmed in time. What you asked for has lapsed; you can ask again or choose another router.',
  },
  footer: 'account',
};
