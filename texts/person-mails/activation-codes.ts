/** Mails about a printed code (WF-30). They carry no code: only the letter does (decided.md). */
import type { PersonMailTexts } from './facts.ts';

export const activationCodeReminder: PersonMailTexts = {
  subject: {
    nl: 'Uw activeringscode van {issuerName} is nog niet gebruikt',
    fr: 'Votre code d’activation de {issuerName} n’a pas encore servi',
    de: 'Ihr Aktivierungscode von {issuerName} ist noch nicht benutzt',
    en: 'Your activation code of {issuerName} has not been used yet',
  },
  heading: {
    nl: 'Ontvang uw facturen elektronisch',
    fr: 'Recevez vos factures par voie électronique',
    de: 'Erhalten Sie Ihre Rechnungen elektronisch',
    en: 'Receive your invoices electronically',
  },
  lead: {
    nl: '{issuerName} stuurde {companyName} een activeringscode voor klantcode {clientCode}. De code werkt tot {endsAt:until}. U vindt hem in de brief: uit veiligheid staat hij in geen enkele mail. Bent u de brief kwijt, vraag {issuerName} dan een nieuwe code en vermeld {clientCode}.',
    fr: '{issuerName} a envoyé à {companyName} un code d’activation pour le code client {clientCode}. Le code fonctionne jusqu’au {endsAt:until}. Vous le trouvez dans la lettre : par sécurité, il ne figure dans aucun message. Si la lettre est perdue, demandez un nouveau code à {issuerName} en citant {clientCode}.',
    de: '{issuerName} hat {companyName} einen Aktivierungscode für den Kundencode {clientCode} geschickt. Der Code gilt bis {endsAt:until}. Sie finden ihn im Brief: Aus Sicherheit steht er in keiner E-Mail. Ist der Brief verloren, bitten Sie {issuerName} unter Angabe von {clientCode} um einen neuen Code.',
    en: '{issuerName} sent {companyName} an activation code for client code {clientCode}. The code works until {endsAt:until}. You find it in the letter: for safety it stands in no mail. If the letter is lost, ask {issuerName} for a new code and quote {clientCode}.',
  },
  footer: 'unasked',
};
