import type { NoticeTexts } from './facts.ts';

/** The paper was destroyed because the customer asked for it; the scan stays. */
export const destroyed: NoticeTexts = {
  subject: {
    nl: 'Het papier van poststuk {siteReference} is vernietigd',
    fr: 'Le papier de l’envoi {siteReference} a été détruit',
    de: 'Das Papier der Sendung {siteReference} wurde vernichtet',
    en: 'The paper of letter {siteReference} has been destroyed',
  },
  heading: {
    nl: 'Het papier is vernietigd',
    fr: 'Le papier a été détruit',
    de: 'Das Papier wurde vernichtet',
    en: 'The paper has been destroyed',
  },
  lead: {
    nl: 'Zoals u vroeg, is het papier vernietigd. Hiervoor rekenen we {priceCents:charge} aan. De scan blijft zolang u hem niet zelf verwijdert.',
    fr: 'Comme vous l’avez demandé, le papier a été détruit. Nous facturons pour cela {priceCents:charge}. La numérisation reste tant que vous ne la supprimez pas vous-même.',
    de: 'Wie gewünscht, wurde das Papier vernichtet. Dafür berechnen wir {priceCents:charge}. Der Scan bleibt, solange Sie ihn nicht selbst löschen.',
    en: 'As you asked, the paper has been destroyed. For this we charge {priceCents:charge}. The scan stays as long as you do not delete it yourself.',
  },
  parts: ['cost'],
  action: 'view',
  canBeSilenced: false,
};
