/** Mails of the invitations that documents send, and of documents that are new (WF-34; IP-02, IP-03, IP-09, UP-13). */
import type { PersonMailTexts } from './facts.ts';

export const accountInvitation: PersonMailTexts = {
  subject: {
    nl: 'Er staat een document van {issuerName} voor u klaar',
    fr: 'Un document de {issuerName} vous attend',
    de: 'Ein Dokument von {issuerName} liegt für Sie bereit',
    en: 'A document of {issuerName} is ready for you',
  },
  heading: {
    nl: 'Activeer uw account',
    fr: 'Activez votre compte',
    de: 'Aktivieren Sie Ihr Konto',
    en: 'Activate your account',
  },
  lead: {
    nl: '{issuerName} heeft een document voor {companyName}, klantcode {clientCode}. Met de link maakt u een account bij {brandName}: u logt in met dit e-mailadres en kiest één keer een wachtwoord. Hebt u meer klantcodes, dan krijgt u voor elke code een mail; één link volstaat, alle codes staan dan in één account. U stemt er zo mee in de documenten van {issuerName} elektronisch te ontvangen in plaats van op papier. De link werkt {endsAt:until}; daarna komt er een nieuwe met uw volgende document.',
    fr: '{issuerName} a un document pour {companyName}, code client {clientCode}. Avec le lien, vous créez un compte chez {brandName} : vous vous connectez avec cette adresse e-mail et choisissez une seule fois un mot de passe. Si vous avez plusieurs codes client, vous recevez un message par code ; un seul lien suffit, tous les codes sont alors dans un seul compte. Vous acceptez ainsi de recevoir les documents de {issuerName} par voie électronique au lieu du papier. Le lien fonctionne {endsAt:until} ; ensuite, un nouveau vient avec votre prochain document.',
    de: '{issuerName} hat ein Dokument für {companyName}, Kundencode {clientCode}. Mit dem Link erstellen Sie ein Konto bei {brandName}: Sie melden sich mit dieser E-Mail-Adresse an und wählen ein einziges Mal ein Passwort. Haben Sie mehrere Kundencodes, erhalten Sie für jeden eine E-Mail; ein Link genügt, alle Codes stehen dann in einem Konto. Damit stimmen Sie zu, die Dokumente von {issuerName} elektronisch statt auf Papier zu erhalten. Der Link gilt {endsAt:until}; danach kommt mit Ihrem nächsten Dokument ein neuer.',
    en: '{issuerName} has a document for {companyName}, client code {clientCode}. With the link you make an account at {brandName}: you log in with this e-mail address and choose a password once. If you have several client codes you get a mail for each; one link is enough, all codes are in one account then. By this you agree to receive the documents of {issuerName} electronically instead of on paper. The link works {endsAt:until}; after that a new one comes with your next document.',
  },
  action: {
    nl: 'Account activeren',
    fr: 'Activer le compte',
    de: 'Konto aktivieren',
    en: 'Activate the account',
  },
  footer: 'unasked',
};

export const furtherNumber: PersonMailTexts = {
  subject: {
    nl: 'Een document van {issuerName} voor klantcode {clientCode}',
    fr: 'Un document de {issuerName} pour le code client {clientCode}',
    de: 'Ein Dokument von {issuerName} zum Kundencode {clientCode}',
    en: 'A document of {issuerName} for client code {clientCode}',
  },
  heading: {
    nl: 'Voeg een klantcode toe aan uw account',
    fr: 'Ajoutez un code client à votre compte',
    de: 'Fügen Sie Ihrem Konto einen Kundencode hinzu',
    en: 'Add a client code to your account',
  },
  lead: {
    nl: '{issuerName} heeft een document voor {companyName}, klantcode {clientCode}. U hebt al een account bij {brandName}: met de link komt deze code erbij, zonder nieuw wachtwoord. U stemt er zo mee in de documenten ervan elektronisch te ontvangen in plaats van op papier. De link werkt {endsAt:until}; daarna komt er een nieuwe met uw volgende document.',
    fr: '{issuerName} a un document pour {companyName}, code client {clientCode}. Vous avez déjà un compte chez {brandName} : avec le lien, ce code s’y ajoute, sans nouveau mot de passe. Vous acceptez ainsi d’en recevoir les documents par voie électronique au lieu du papier. Le lien fonctionne {endsAt:until} ; ensuite, un nouveau vient avec votre prochain document.',
    de: '{issuerName} hat ein Dokument für {companyName}, Kundencode {clientCode}. Sie haben schon ein Konto bei {brandName}: Mit dem Link kommt dieser Code hinzu, ohne neues Passwort. Damit stimmen Sie zu, dessen Dokumente elektronisch statt auf Papier zu erhalten. Der Link gilt {endsAt:until}; danach kommt mit Ihrem nächsten Dokument ein neuer.',
    en: '{issuerName} has a document for {companyName}, client code {clientCode}. You have an account at {brandName} already: with the link this code is added to it, without a new password. By this you agree to receive its documents electronically instead of on paper. The link works {endsAt:until}; after that a new one comes with your next document.',
  },
  action: {
    nl: 'Klantcode toevoegen',
    fr: 'Ajouter le code client',
    de: 'Kundencode hinzufügen',
    en: 'Add the client code',
  },
  footer: 'unasked',
};

export const receptionReplaced: PersonMailTexts = {
  subject: {
    nl: 'U bent niet langer hoofdcontact voor klantcode {clientCode}',
    fr: 'Vous n’êtes plus le contact principal pour le code client {clientCode}',
    de: 'Sie sind nicht mehr Hauptkontakt für den Kundencode {clientCode}',
    en: 'You are no longer the main contact for client code {clientCode}',
  },
  heading: {
    nl: 'Iemand anders ontvangt deze documenten',
    fr: 'Une autre personne reçoit ces documents',
    de: 'Jemand anderes erhält diese Dokumente',
    en: 'Somebody else receives these documents',
  },
  lead: {
    nl: '{issuerName} heeft voor klantcode {clientCode} een ander hoofdcontact aangewezen. Nieuwe documenten ontvangt u niet meer. Wat u al ontving, blijft leesbaar. Klopt dit niet, neem dan contact op met {issuerName} en vermeld {clientCode}.',
    fr: '{issuerName} a désigné un autre contact principal pour le code client {clientCode}. Vous ne recevez plus de nouveaux documents. Ce que vous avez déjà reçu reste lisible. Si ce n’est pas exact, adressez-vous à {issuerName} en citant {clientCode}.',
    de: '{issuerName} hat für den Kundencode {clientCode} einen anderen Hauptkontakt benannt. Neue Dokumente erhalten Sie nicht mehr. Was Sie schon erhalten haben, bleibt lesbar. Stimmt das nicht, wenden Sie sich unter Angabe von {clientCode} an {issuerName}.',
    en: '{issuerName} has named another main contact for client code {clientCode}. You no longer receive new documents. What you received already remains readable. If this is not right, turn to {issuerName} and quote {clientCode}.',
  },
  footer: 'documents',
};

export const newDocuments: PersonMailTexts = {
  subject: {
    nl: 'Nieuwe documenten bij {brandName}: {count}',
    fr: 'Nouveaux documents chez {brandName} : {count}',
    de: 'Neue Dokumente bei {brandName}: {count}',
    en: 'New documents at {brandName}: {count}',
  },
  heading: {
    nl: 'Er zijn nieuwe documenten',
    fr: 'Il y a de nouveaux documents',
    de: 'Es gibt neue Dokumente',
    en: 'There are new documents',
  },
  lead: {
    nl: 'Log in bij {brandName} om ze te lezen.',
    fr: 'Connectez-vous à {brandName} pour les lire.',
    de: 'Melden Sie sich bei {brandName} an, um sie zu lesen.',
    en: 'Log in to {brandName} to read them.',
  },
  linesHeading: {
    nl: 'Aantal per klantcode',
    fr: 'Nombre par code client',
    de: 'Anzahl je Kundencode',
    en: 'How many for each client code',
  },
  footer: 'frequency',
};
