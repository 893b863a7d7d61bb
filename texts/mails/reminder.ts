import type { NoticeTexts } from './facts.ts';

/** The deadline comes near and nothing was chosen (PP-09). */
export const reminder: NoticeTexts = {
  subject: {
    nl: 'Herinnering: kies {dueAt:until} voor poststuk {siteReference}',
    fr: 'Rappel : choisissez {dueAt:until} pour l’envoi {siteReference}',
    de: 'Erinnerung: bitte {dueAt:until} wählen, Sendung {siteReference}',
    en: 'Reminder: letter {siteReference}, choose {dueAt:until}',
  },
  heading: {
    nl: 'Uw poststuk wacht op uw keuze',
    fr: 'Votre envoi attend votre choix',
    de: 'Ihre Sendung wartet auf Ihre Wahl',
    en: 'Your letter awaits your choice',
  },
  lead: {
    nl: 'Voor dit poststuk hebt u nog niets gekozen. Kiezen zonder bewaarkosten kan nog {dueAt:until}.',
    fr: 'Vous n’avez encore rien choisi pour cet envoi. Un choix sans frais de conservation est possible {dueAt:until}.',
    de: 'Für diese Sendung haben Sie noch nichts gewählt. Ohne Aufbewahrungskosten können Sie noch {dueAt:until} wählen.',
    en: 'You have not chosen anything for this letter yet. Choosing without a storage charge is possible {dueAt:until}.',
  },
  parts: ['choices', 'upcoming', 'cost'],
  action: 'choose',
  canBeSilenced: true,
};
