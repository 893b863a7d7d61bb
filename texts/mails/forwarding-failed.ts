import type { NoticeTexts } from './facts.ts';

/** A forwarding or another task could not be done: the customer is asked again, some days are free of storage. */
export const forwardingFailed: NoticeTexts = {
  subject: {
    nl: 'Poststuk {siteReference}: uw opdracht kon niet uitgevoerd worden',
    fr: 'Envoi {siteReference} : votre demande n’a pas pu être exécutée',
    de: 'Sendung {siteReference}: Ihr Auftrag konnte nicht ausgeführt werden',
    en: 'Letter {siteReference}: what you asked for could not be done',
  },
  heading: {
    nl: 'Uw opdracht is niet gelukt',
    fr: 'Votre demande n’a pas abouti',
    de: 'Ihr Auftrag ist nicht gelungen',
    en: 'What you asked for did not succeed',
  },
  lead: {
    nl: 'Het spijt ons: wat u voor dit poststuk gekozen hebt, konden we niet uitvoeren. De reden: {reason:failure}. Het papier is veilig bij ons en u kunt opnieuw kiezen. Zonder bewaarkosten kan dat {dueAt:until}.',
    fr: 'Nous sommes désolés : nous n’avons pas pu exécuter votre choix pour cet envoi. La raison : {reason:failure}. Le papier est en sécurité chez nous et vous pouvez choisir à nouveau. Sans frais de conservation, c’est possible {dueAt:until}.',
    de: 'Es tut uns leid: Was Sie für diese Sendung gewählt haben, konnten wir nicht ausführen. Der Grund: {reason:failure}. Das Papier ist sicher bei uns, und Sie können neu wählen. Ohne Aufbewahrungskosten geht das {dueAt:until}.',
    en: 'We are sorry: we could not do what you chose for this letter. The reason: {reason:failure}. The paper is safe with us and you can choose again. Without a storage charge this is possible {dueAt:until}.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: false,
};
