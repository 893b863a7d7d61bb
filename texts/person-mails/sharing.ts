/** Mails about what an account is shared with somebody: to who is invited, and to the main contact (WF-35, IP-07). */
import { invitationEndsSoon } from './common.ts';
import type { PersonMailTexts } from './facts.ts';

const look = {
  nl: 'Uitnodiging bekijken',
  fr: 'Voir l’invitation',
  de: 'Einladung ansehen',
  en: 'See the invitation',
};

export const sharingInvitation: PersonMailTexts = {
  subject: {
    nl: '{inviterName} deelt documenten van {companyName} met u',
    fr: '{inviterName} partage des documents de {companyName} avec vous',
    de: '{inviterName} teilt Dokumente von {companyName} mit Ihnen',
    en: '{inviterName} shares documents of {companyName} with you',
  },
  heading: {
    nl: 'U bent uitgenodigd om mee te kijken',
    fr: 'Vous êtes invité à consulter des documents',
    de: 'Sie sind eingeladen mitzulesen',
    en: 'You are invited to see documents',
  },
  lead: {
    nl: '{inviterName} laat u de documenten van {companyName} zien, per klantnummer dat voor u is aangevinkt. Kies via de link een wachtwoord; logt u hier al in met dit e-mailadres, aanvaard dan terwijl u ingelogd bent. De link werkt één keer, {endsAt:until}.',
    fr: '{inviterName} vous montre les documents de {companyName}, pour chaque numéro de client coché pour vous. Choisissez un mot de passe par le lien ; si vous vous connectez déjà ici avec cette adresse, acceptez en étant connecté. Le lien fonctionne une fois, {endsAt:until}.',
    de: '{inviterName} zeigt Ihnen die Dokumente von {companyName}, je Kundennummer, die für Sie angekreuzt ist. Wählen Sie über den Link ein Passwort; wenn Sie sich hier schon mit dieser Adresse anmelden, tun Sie das zuerst und nehmen dann an. Der Link funktioniert einmal, {endsAt:until}.',
    en: '{inviterName} shows you the documents of {companyName}, for each customer number that is ticked for you. Choose a password by the link; if you log in here with this address already, accept while logged in. The link works once, {endsAt:until}.',
  },
  action: look,
  footer: 'unasked',
};

export const sharingReminder: PersonMailTexts = {
  subject: {
    nl: 'Herinnering: {inviterName} deelt documenten van {companyName} met u',
    fr: 'Rappel : {inviterName} partage des documents de {companyName} avec vous',
    de: 'Erinnerung: {inviterName} teilt Dokumente von {companyName} mit Ihnen',
    en: 'Reminder: {inviterName} shares documents of {companyName} with you',
  },
  heading: invitationEndsSoon,
  lead: {
    nl: 'U hebt de uitnodiging van {inviterName} voor {companyName} nog niet aanvaard. De link werkt nog {endsAt:until}.',
    fr: 'Vous n’avez pas encore accepté l’invitation de {inviterName} pour {companyName}. Le lien fonctionne encore {endsAt:until}.',
    de: 'Sie haben die Einladung von {inviterName} für {companyName} noch nicht angenommen. Der Link funktioniert noch {endsAt:until}.',
    en: 'You have not accepted the invitation of {inviterName} for {companyName} yet. The link still works {endsAt:until}.',
  },
  action: look,
  footer: 'unasked',
};

export const sharingAccepted: PersonMailTexts = {
  subject: {
    nl: '{name} ziet de documenten die u deelt',
    fr: '{name} voit les documents que vous partagez',
    de: '{name} sieht die Dokumente, die Sie teilen',
    en: '{name} sees the documents you share',
  },
  heading: {
    nl: 'Uw uitnodiging is aanvaard',
    fr: 'Votre invitation est acceptée',
    de: 'Ihre Einladung wurde angenommen',
    en: 'Your invitation was accepted',
  },
  lead: {
    nl: '{name} aanvaardde uw uitnodiging voor {companyName} en ziet de klantnummers die u aanvinkte. Een nieuw klantnummer ziet u alleen, tot u het aanvinkt. U kunt het delen op elk moment beëindigen.',
    fr: '{name} a accepté votre invitation pour {companyName} et voit les numéros de client que vous avez cochés. Vous seul voyez un nouveau numéro de client, jusqu’à ce que vous le cochiez. Vous pouvez mettre fin au partage à tout moment.',
    de: '{name} hat Ihre Einladung für {companyName} angenommen und sieht die Kundennummern, die Sie angekreuzt haben. Eine neue Kundennummer sehen nur Sie, bis Sie sie ankreuzen. Sie können das Teilen jederzeit beenden.',
    en: '{name} accepted your invitation for {companyName} and sees the customer numbers you ticked. A new customer number only you see, until you tick it. You can end the sharing at any time.',
  },
  footer: 'documents',
};

export const sharingExpired: PersonMailTexts = {
  subject: {
    nl: '{name} heeft uw uitnodiging niet aanvaard',
    fr: '{name} n’a pas accepté votre invitation',
    de: '{name} hat Ihre Einladung nicht angenommen',
    en: '{name} has not accepted your invitation',
  },
  heading: {
    nl: 'Een uitnodiging is verlopen',
    fr: 'Une invitation a expiré',
    de: 'Eine Einladung ist abgelaufen',
    en: 'An invitation has ended',
  },
  lead: {
    nl: 'De uitnodiging aan {name} om mee te kijken bij {companyName} is verlopen op {endsAt:moment}. Nodig opnieuw uit als u nog wilt delen, en kijk het e-mailadres na.',
    fr: 'L’invitation adressée à {name} pour {companyName} a expiré le {endsAt:moment}. Invitez à nouveau si vous voulez encore partager, et vérifiez l’adresse.',
    de: 'Die Einladung an {name} für {companyName} ist am {endsAt:moment} abgelaufen. Laden Sie erneut ein, wenn Sie noch teilen wollen, und prüfen Sie die Adresse.',
    en: 'The invitation of {name} for {companyName} ended on {endsAt:moment}. Invite again if you still want to share, and check the address.',
  },
  footer: 'documents',
};

export const historyShown: PersonMailTexts = {
  subject: {
    nl: 'Uw eerdere documenten van {issuerName} staan klaar',
    fr: 'Vos documents antérieurs de {issuerName} sont disponibles',
    de: 'Ihre früheren Dokumente von {issuerName} sind da',
    en: 'Your earlier documents of {issuerName} are there',
  },
  heading: {
    nl: 'Ook wat vroeger verscheen, vindt u nu in uw account',
    fr: 'Vous trouvez désormais aussi le passé dans votre compte',
    de: 'Auch was früher erschien, finden Sie nun in Ihrem Konto',
    en: 'What came before is in your account too',
  },
  lead: {
    nl: 'Eerdere documenten van {issuerName} voor klantcode {clientCode} in uw account: {count}. Het oudste is van {oldestOn:when}. Ze staan er als gelezen.',
    fr: 'Documents antérieurs de {issuerName} pour le code client {clientCode} dans votre compte : {count}. Le plus ancien date du {oldestOn:when}. Ils y figurent comme lus.',
    de: 'Frühere Dokumente von {issuerName} zum Kundencode {clientCode} in Ihrem Konto: {count}. Das älteste ist vom {oldestOn:when}. Sie stehen dort als gelesen.',
    en: 'Earlier documents of {issuerName} for client code {clientCode} in your account: {count}. The oldest is of {oldestOn:when}. They stand there as read.',
  },
  footer: 'documents',
};
