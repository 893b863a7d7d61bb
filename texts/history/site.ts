/** What the site and staff did with a letter, one line an event. */
import type { Texts } from '../languages.ts';

export const siteHistory: Readonly<Record<string, Texts>> = {
  'mail-item.forwarding-released': {
    nl: 'Het doorsturen is vrijgegeven.',
    fr: 'La réexpédition a été confiée au site.',
    de: 'Die Nachsendung wurde freigegeben.',
    en: 'The forwarding was released to the site.',
  },
  'mail-item.forwarding-failed': {
    nl: 'Het doorsturen is niet gelukt. De reden: {reason:failure}. Er kan opnieuw gekozen worden.',
    fr: 'La réexpédition n’a pas réussi. La raison : {reason:failure}. Un nouveau choix est possible.',
    de: 'Die Nachsendung ist nicht gelungen. Der Grund: {reason:failure}. Es kann neu gewählt werden.',
    en: 'The forwarding did not succeed. The reason: {reason:failure}. A new decision is possible.',
  },
  'mail-item.task-begun': {
    nl: 'De locatie is begonnen. De taak: {task:task}.',
    fr: 'Le site a commencé. La tâche : {task:task}.',
    de: 'Der Standort hat begonnen. Die Aufgabe: {task:task}.',
    en: 'The site has begun. The task: {task:task}.',
  },
  'mail-item.task-completed': {
    nl: 'De locatie is klaar. De taak: {task:task}. Vervoerder: {carrier}. Zendingsnummer: {tracking}. Aangerekend is {feeCents:charge}. Terugbetaald is {reversedCents:charge}.',
    fr: 'Le site a terminé. La tâche : {task:task}. Transporteur : {carrier}. Numéro de suivi : {tracking}. Le montant facturé est de {feeCents:charge}. Le montant remboursé est de {reversedCents:charge}.',
    de: 'Der Standort ist fertig. Die Aufgabe: {task:task}. Zusteller: {carrier}. Sendungsnummer: {tracking}. Berechnet wurden {feeCents:charge}. Erstattet wurden {reversedCents:charge}.',
    en: 'The site is done. The task: {task:task}. Carrier: {carrier}. Tracking number: {tracking}. Charged: {feeCents:charge}. Given back: {reversedCents:charge}.',
  },
  'mail-item.task-failed': {
    nl: 'De locatie kon de taak niet uitvoeren. De reden: {reason:failure}. Er kan opnieuw gekozen worden.',
    fr: 'Le site n’a pas pu exécuter la tâche. La raison : {reason:failure}. Un nouveau choix est possible.',
    de: 'Der Standort konnte die Aufgabe nicht ausführen. Der Grund: {reason:failure}. Es kann neu gewählt werden.',
    en: 'The site could not do the task. The reason: {reason:failure}. A new decision is possible.',
  },
  'mail-item.held': {
    nl: 'Een medewerker heeft het poststuk geblokkeerd.',
    fr: 'Un collaborateur a bloqué l’envoi.',
    de: 'Ein Mitarbeiter hat die Sendung gesperrt.',
    en: 'A member of staff put the letter on hold.',
  },
  'mail-item.released': {
    nl: 'De blokkering is opgeheven. De nieuwe termijn loopt tot {dueAt:when}.',
    fr: 'Le blocage a été levé. Le nouveau délai court jusqu’au {dueAt:when}.',
    de: 'Die Sperre wurde aufgehoben. Die neue Frist läuft bis {dueAt:when}.',
    en: 'The hold was released. The new deadline is {dueAt:when}.',
  },
};
