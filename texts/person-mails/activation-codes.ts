/** Mails about a printed code (WF-30). They carry no code: only the letter does (decided.md). */
import { receiveElectronically } from '../code-letter.ts';
import type { PersonMailTexts } from './facts.ts';

export const activationCodeReminder: PersonMailTexts = {
  subject: {
    nl: 'Uw activeringscode van {issuerName} is nog niet gebruikt',
    fr: 'Votre code d’activation de {issuerName} n’a pas encore servi',
    de: 'Ihr Aktivierungscode von {issuerName} ist noch nicht benutzt',
    en: 'Your activation code of {issuerName} has not been used yet',
  },
  heading: receiveElectronically,
  lead: {
    nl: '{issuerName} stuurde {companyName} een activeringscode voor klantcode {clientCode}. De code werkt {endsAt:until}. U vindt hem in de brief: uit veiligheid staat hij in geen enkele mail. Bent u de brief kwijt, vraag {issuerName} dan een nieuwe code en vermeld {clientCode}.',
    fr: '{issuerName} a envoyé à {companyName} un code d’activation pour le code client {clientCode}. Le code fonctionne {endsAt:until}. Vous le trouvez dans la lettre : par sécurité, il ne figure dans aucun message. Si la lettre est perdue, demandez un nouveau code à {issuerName} en citant {clientCode}.',
    de: '{issuerName} hat {companyName} einen Aktivierungscode für den Kundencode {clientCode} geschickt. Der Code gilt {endsAt:until}. Sie finden ihn im Brief: Aus Sicherheit steht er in keiner E-Mail. Ist der Brief verloren, bitten Sie {issuerName} unter Angabe von {clientCode} um einen neuen Code.',
    en: '{issuerName} sent {companyName} an activation code for client code {clientCode}. The code works {endsAt:until}. You find it in the letter: for safety it stands in no mail. If the letter is lost, ask {issuerName} for a new code and quote {clientCode}.',
  },
  footer: 'unasked',
};

export const signUpLink: PersonMailTexts = {
  subject: {
    nl: 'Maak uw account aan om facturen van {issuerName} te ontvangen',
    fr: 'Créez votre compte pour recevoir les factures de {issuerName}',
    de: 'Erstellen Sie Ihr Konto, um Rechnungen von {issuerName} zu erhalten',
    en: 'Create your account to receive invoices of {issuerName}',
  },
  heading: {
    nl: 'Kies een wachtwoord',
    fr: 'Choisissez un mot de passe',
    de: 'Wählen Sie ein Passwort',
    en: 'Choose a password',
  },
  lead: {
    nl: 'U vraagt een account voor {companyName} met klantcode {clientCode}. U logt er in met {username}. Met uw wachtwoord stemt u ermee in de documenten van {issuerName} elektronisch te ontvangen in plaats van op papier. De link werkt {endsAt:until}; op een ander toestel wordt de activeringscode opnieuw gevraagd.',
    fr: 'Vous demandez un compte pour {companyName} avec le code client {clientCode}. Vous vous y connecterez avec {username}. En choisissant un mot de passe, vous acceptez de recevoir les documents de {issuerName} par voie électronique au lieu du papier. Le lien fonctionne {endsAt:until} ; sur un autre appareil, le code d’activation est demandé à nouveau.',
    de: 'Sie möchten ein Konto für {companyName} mit dem Kundencode {clientCode}. Sie melden sich dort mit {username} an. Mit Ihrem Passwort stimmen Sie zu, die Dokumente von {issuerName} elektronisch statt auf Papier zu erhalten. Der Link gilt {endsAt:until}; auf einem anderen Gerät wird der Aktivierungscode noch einmal verlangt.',
    en: 'You ask for an account for {companyName} with client code {clientCode}. You will log in there as {username}. With your password you agree to receive the documents of {issuerName} electronically instead of on paper. The link works {endsAt:until}; on another device the activation code is asked for again.',
  },
  action: {
    nl: 'Account aanmaken',
    fr: 'Créer le compte',
    de: 'Konto erstellen',
    en: 'Create the account',
  },
  footer: 'unasked',
};

export const receptionBounced: PersonMailTexts = {
  subject: {
    nl: 'Komen onze mails bij u aan?',
    fr: 'Nos messages vous parviennent-ils ?',
    de: 'Kommen unsere E-Mails bei Ihnen an?',
    en: 'Do our mails reach you?',
  },
  heading: {
    nl: 'Onze mails kwamen terug',
    fr: 'Nos messages nous sont revenus',
    de: 'Unsere E-Mails kamen zurück',
    en: 'Our mails came back',
  },
  lead: {
    nl: 'Mails over de documenten van {issuerName} voor klantcode {clientCode} kwamen meermaals terug. Is uw adres fout, uw mailbox vol, of houdt een spamfilter ze tegen? Log in en bevestig dat u ze verder elektronisch wilt ontvangen. Horen we niets {endsAt:until}, dan krijgt u ze weer op papier waar dat mogelijk is.',
    fr: 'Des messages concernant les documents de {issuerName} pour le code client {clientCode} nous sont revenus plusieurs fois. Votre adresse est-elle erronée, votre boîte pleine, ou un filtre anti-spam les retient-il ? Connectez-vous et confirmez que vous voulez continuer à les recevoir par voie électronique. Sans nouvelles {endsAt:until}, vous les recevrez à nouveau sur papier là où c’est possible.',
    de: 'E-Mails zu den Dokumenten von {issuerName} für den Kundencode {clientCode} kamen mehrmals zurück. Ist Ihre Adresse falsch, Ihr Postfach voll, oder hält ein Spamfilter sie zurück? Melden Sie sich an und bestätigen Sie, dass Sie sie weiter elektronisch erhalten wollen. Hören wir {endsAt:until} nichts, erhalten Sie sie wieder auf Papier, wo das möglich ist.',
    en: 'Mails about the documents of {issuerName} for client code {clientCode} came back several times. Is your address wrong, your mailbox full, or does a spam filter hold them? Log in and confirm that you want to go on receiving them electronically. If we hear nothing {endsAt:until}, you get them on paper again where that is possible.',
  },
  footer: 'documents',
};

export const receptionEnded: PersonMailTexts = {
  subject: {
    nl: 'U ontvangt de documenten van {issuerName} weer op papier',
    fr: 'Vous recevez à nouveau les documents de {issuerName} sur papier',
    de: 'Sie erhalten die Dokumente von {issuerName} wieder auf Papier',
    en: 'You receive the documents of {issuerName} on paper again',
  },
  heading: {
    nl: 'Terug naar papier',
    fr: 'Retour au papier',
    de: 'Zurück zum Papier',
    en: 'Back to paper',
  },
  lead: {
    nl: 'Vanaf het volgende document van {issuerName} voor klantcode {clientCode} krijgt u papier. Wat u al ontving, blijft leesbaar. Wilt u terug, voeg dan uw laatste code opnieuw toe zolang hij geldig is, of vraag {issuerName} een nieuwe en vermeld {clientCode}.',
    fr: 'À partir du prochain document de {issuerName} pour le code client {clientCode}, vous recevez du papier. Ce que vous avez déjà reçu reste lisible. Pour revenir, ajoutez à nouveau votre dernier code tant qu’il est valable, ou demandez-en un nouveau à {issuerName} en citant {clientCode}.',
    de: 'Ab dem nächsten Dokument von {issuerName} für den Kundencode {clientCode} erhalten Sie Papier. Was Sie schon erhalten haben, bleibt lesbar. Möchten Sie zurück, fügen Sie Ihren letzten Code wieder hinzu, solange er gilt, oder bitten Sie {issuerName} unter Angabe von {clientCode} um einen neuen.',
    en: 'From the next document of {issuerName} for client code {clientCode} on you get paper. What you received already remains readable. If you want to come back, add your latest code again as long as it is valid, or ask {issuerName} for a new one and quote {clientCode}.',
  },
  footer: 'documents',
};

/** UP-17: it may have been a mistake, so the mail says at once how to come back. */
export const receptionDeactivated: PersonMailTexts = {
  subject: {
    nl: 'De elektronische documenten van {issuerName} zijn stopgezet',
    fr: 'Les documents électroniques de {issuerName} ont été désactivés',
    de: 'Die elektronischen Dokumente von {issuerName} wurden deaktiviert',
    en: 'Electronic documents of {issuerName} were deactivated',
  },
  heading: {
    nl: 'Voortaan weer op papier',
    fr: 'Désormais à nouveau sur papier',
    de: 'Ab jetzt wieder auf Papier',
    en: 'On paper from now on',
  },
  lead: {
    nl: 'De elektronische ontvangst voor klantcode {clientCode} werd door {issuerName} of door ons stopgezet: vanaf het volgende document krijgt u papier. Wat u al ontving, blijft leesbaar. Is dit een vergissing, log dan in en voeg de laatste code toe die u van {issuerName} kreeg; zolang hij geldig is, is dat voldoende. Is hij verlopen, vraag {issuerName} dan een nieuwe en vermeld {clientCode}.',
    fr: 'La réception électronique pour le code client {clientCode} a été désactivée par {issuerName} ou par nous : à partir du prochain document, vous recevez du papier. Ce que vous avez déjà reçu reste lisible. S’il s’agit d’une erreur, connectez-vous et ajoutez le dernier code reçu de {issuerName} ; tant qu’il est valable, cela suffit. S’il a expiré, demandez-en un nouveau à {issuerName} en citant {clientCode}.',
    de: 'Der elektronische Empfang für den Kundencode {clientCode} wurde von {issuerName} oder von uns deaktiviert: Ab dem nächsten Dokument erhalten Sie Papier. Was Sie schon erhalten haben, bleibt lesbar. Ist das ein Versehen, melden Sie sich an und fügen Sie den letzten Code hinzu, den Sie von {issuerName} erhalten haben; solange er gilt, genügt das. Ist er abgelaufen, bitten Sie {issuerName} unter Angabe von {clientCode} um einen neuen.',
    en: 'Receiving electronically for client code {clientCode} was deactivated by {issuerName} or by us: from the next document on you get paper. What you received already remains readable. If this is a mistake, log in and add the last code that you received from {issuerName}; as long as it is valid, that is all. If it has expired, ask {issuerName} for a new one and quote {clientCode}.',
  },
  footer: 'documents',
};
