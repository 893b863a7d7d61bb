/** Mails about what a client gave a router (WF-06, RT-04): to the router's administrators, and to the client. */
import type { PersonMailTexts } from './facts.ts';

const inApplications = {
  nl: 'In deze toepassingen:',
  fr: 'Dans ces applications :',
  de: 'In diesen Anwendungen:',
  en: 'In these applications:',
};

export const routerGranted: PersonMailTexts = {
  subject: {
    nl: '{companyName} gaf {routerName} rechten',
    fr: '{companyName} a accordé des droits à {routerName}',
    de: '{companyName} hat {routerName} Rechte erteilt',
    en: '{companyName} gave {routerName} rights',
  },
  heading: {
    nl: 'Verdeel de rechten die u kreeg',
    fr: 'Répartissez les droits que vous avez reçus',
    de: 'Verteilen Sie die erhaltenen Rechte',
    en: 'Hand on the rights you were given',
  },
  lead: {
    nl: '{companyName} gaf {routerName} rechten op de rekening {accountNumber}. Niemand kan ermee werken, ook uzelf niet, tot een van uw beheerders ze verdeelt. Gebeurt dat niet, dan vervallen ze op {endsAt:moment}.',
    fr: '{companyName} a accordé à {routerName} des droits sur le compte {accountNumber}. Personne ne peut s’en servir, vous non plus, tant qu’un de vos administrateurs ne les a pas répartis. À défaut, ils deviennent caducs le {endsAt:moment}.',
    de: '{companyName} hat {routerName} Rechte am Konto {accountNumber} erteilt. Niemand kann damit arbeiten, auch Sie selbst nicht, bis einer Ihrer Administratoren sie verteilt. Geschieht das nicht, verfallen sie am {endsAt:moment}.',
    en: '{companyName} gave {routerName} rights on the account {accountNumber}. Nobody can work with them, you included, until one of your administrators hands them on. If that does not happen, they end on {endsAt:moment}.',
  },
  linesHeading: inApplications,
  footer: 'account',
};

export const routerGrantReminder: PersonMailTexts = {
  subject: {
    nl: 'Herinnering: verdeel de rechten van {companyName}',
    fr: 'Rappel : répartissez les droits de {companyName}',
    de: 'Erinnerung: Verteilen Sie die Rechte von {companyName}',
    en: 'Reminder: hand on the rights of {companyName}',
  },
  heading: {
    nl: 'Nog niemand kan voor {companyName} werken',
    fr: 'Personne ne peut encore travailler pour {companyName}',
    de: 'Noch kann niemand für {companyName} arbeiten',
    en: 'Nobody can work for {companyName} yet',
  },
  lead: {
    nl: 'De rechten op de rekening {accountNumber} zijn nog niet verdeeld. Zonder u vervallen ze op {endsAt:moment}.',
    fr: 'Les droits sur le compte {accountNumber} ne sont pas encore répartis. Sans vous, ils deviennent caducs le {endsAt:moment}.',
    de: 'Die Rechte am Konto {accountNumber} sind noch nicht verteilt. Ohne Sie verfallen sie am {endsAt:moment}.',
    en: 'The rights on the account {accountNumber} have not been handed on yet. Without you they end on {endsAt:moment}.',
  },
  linesHeading: inApplications,
  footer: 'account',
};

export const routerGrantChanged: PersonMailTexts = {
  subject: {
    nl: '{companyName} wijzigde de rechten van {routerName}',
    fr: '{companyName} a modifié les droits de {routerName}',
    de: '{companyName} hat die Rechte von {routerName} geändert',
    en: '{companyName} changed the rights of {routerName}',
  },
  heading: {
    nl: 'Uw rechten zijn gewijzigd',
    fr: 'Vos droits ont été modifiés',
    de: 'Ihre Rechte wurden geändert',
    en: 'Your rights were changed',
  },
  lead: {
    nl: '{companyName} wijzigde wat {routerName} mag op de rekening {accountNumber}. Wat werd teruggenomen, hebben ook uw mensen niet meer; wat erbij kwam, moet u verdelen.',
    fr: '{companyName} a modifié ce que {routerName} peut faire sur le compte {accountNumber}. Ce qui a été repris, vos collaborateurs ne l’ont plus non plus ; ce qui a été ajouté est à répartir.',
    de: '{companyName} hat geändert, was {routerName} am Konto {accountNumber} darf. Was zurückgenommen wurde, haben auch Ihre Leute nicht mehr; was hinzukam, müssen Sie verteilen.',
    en: '{companyName} changed what {routerName} may do on the account {accountNumber}. What was taken back, your people no longer have either; what was added is yours to hand on.',
  },
  linesHeading: inApplications,
  footer: 'account',
};

export const routerGrantWorking: PersonMailTexts = {
  subject: {
    nl: '{routerName} kan nu voor u werken',
    fr: '{routerName} peut maintenant travailler pour vous',
    de: '{routerName} kann jetzt für Sie arbeiten',
    en: '{routerName} can work for you now',
  },
  heading: {
    nl: 'Uw rechten zijn verdeeld',
    fr: 'Vos droits ont été répartis',
    de: 'Ihre Rechte wurden verteilt',
    en: 'Your rights were handed on',
  },
  lead: {
    nl: 'Een beheerder van {routerName}, nummer {routerNumber}, heeft uw rechten op de rekening {accountNumber} verdeeld: zijn mensen kunnen ermee werken.',
    fr: 'Un administrateur de {routerName}, numéro {routerNumber}, a réparti vos droits sur le compte {accountNumber} : ses collaborateurs peuvent s’en servir.',
    de: 'Ein Administrator von {routerName}, Nummer {routerNumber}, hat Ihre Rechte am Konto {accountNumber} verteilt: Seine Leute können damit arbeiten.',
    en: 'An administrator of {routerName}, number {routerNumber}, has handed on your rights on the account {accountNumber}: its people can work with them.',
  },
  linesHeading: inApplications,
  footer: 'account',
};

export const routerGrantLapsed: PersonMailTexts = {
  subject: {
    nl: 'Uw rechten voor {routerName} zijn vervallen',
    fr: 'Vos droits pour {routerName} sont devenus caducs',
    de: 'Ihre Rechte für {routerName} sind verfallen',
    en: 'Your rights for {routerName} have ended',
  },
  heading: {
    nl: 'Niemand nam de rechten op',
    fr: 'Personne n’a repris les droits',
    de: 'Niemand hat die Rechte übernommen',
    en: 'Nobody picked the rights up',
  },
  lead: {
    nl: 'Niemand bij {routerName}, nummer {routerNumber}, heeft uw rechten op de rekening {accountNumber} verdeeld. Ze zijn vervallen; u kunt ze opnieuw toekennen.',
    fr: 'Personne chez {routerName}, numéro {routerNumber}, n’a réparti vos droits sur le compte {accountNumber}. Ils sont devenus caducs ; vous pouvez les accorder à nouveau.',
    de: 'Niemand bei {routerName}, Nummer {routerNumber}, hat Ihre Rechte am Konto {accountNumber} verteilt. Sie sind verfallen; Sie können sie erneut erteilen.',
    en: 'Nobody at {routerName}, number {routerNumber}, handed on your rights on the account {accountNumber}. They have ended; you can give them again.',
  },
  footer: 'account',
};

export const routerGrantLapsedRouter: PersonMailTexts = {
  subject: {
    nl: 'De rechten van {companyName} zijn vervallen',
    fr: 'Les droits de {companyName} sont devenus caducs',
    de: 'Die Rechte von {companyName} sind verfallen',
    en: 'The rights of {companyName} have ended',
  },
  heading: {
    nl: 'De rechten zijn niet op tijd verdeeld',
    fr: 'Les droits n’ont pas été répartis à temps',
    de: 'Die Rechte wurden nicht rechtzeitig verteilt',
    en: 'The rights were not handed on in time',
  },
  lead: {
    nl: 'Wat {companyName} {routerName} gaf op de rekening {accountNumber}, is vervallen omdat niemand het verdeelde. Vraag de klant er opnieuw om, als u ervoor werkt.',
    fr: 'Ce que {companyName} avait accordé à {routerName} sur le compte {accountNumber} est devenu caduc, car personne ne l’a réparti. Redemandez-le au client si vous travaillez pour lui.',
    de: 'Was {companyName} {routerName} am Konto {accountNumber} erteilt hat, ist verfallen, weil niemand es verteilt hat. Bitten Sie den Kunden erneut darum, wenn Sie für ihn arbeiten.',
    en: 'What {companyName} gave {routerName} on the account {accountNumber} has ended, because nobody handed it on. Ask the client for it again if you work for him.',
  },
  footer: 'account',
};

export const routerUnattended: PersonMailTexts = {
  subject: {
    nl: '{routerName} heeft geen beheerder meer',
    fr: '{routerName} n’a plus d’administrateur',
    de: '{routerName} hat keinen Administrator mehr',
    en: '{routerName} has no administrator any more',
  },
  heading: {
    nl: 'Niemand beheert uw router',
    fr: 'Personne n’administre votre routeur',
    de: 'Niemand verwaltet Ihren Router',
    en: 'Nobody administers your router',
  },
  lead: {
    nl: '{routerName}, nummer {routerNumber}, heeft geen actieve beheerder. Wat u het gaf op de rekening {accountNumber}, kan niemand daar verdelen tot er een nieuwe is.',
    fr: '{routerName}, numéro {routerNumber}, n’a pas d’administrateur actif. Ce que vous lui avez accordé sur le compte {accountNumber} ne peut être réparti par personne avant qu’il y en ait un nouveau.',
    de: '{routerName}, Nummer {routerNumber}, hat keinen aktiven Administrator. Was Sie ihm am Konto {accountNumber} erteilt haben, kann dort niemand verteilen, bis es einen neuen gibt.',
    en: '{routerName}, number {routerNumber}, has no active administrator. What you gave it on the account {accountNumber} cannot be handed on by anybody there until there is a new one.',
  },
  linesHeading: inApplications,
  footer: 'account',
};
