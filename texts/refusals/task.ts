/** Refusals of the site's part: a task and the price that must be accepted before it. */
import type { RefusalCatalogue } from './catalogue.ts';

export const taskRefusals = {
  'task.not-begun': {
    title: {
      nl: 'Deze taak is nog niet begonnen',
      fr: 'Cette tâche n’a pas encore commencé',
      de: 'Diese Aufgabe wurde noch nicht begonnen',
      en: 'This task has not begun',
    },
    detail: {
      nl: 'Begin de taak eerst. Daarna kunt u ze voltooien of als mislukt melden.',
      fr: 'Commencez d’abord la tâche. Ensuite vous pourrez la terminer ou signaler son échec.',
      de: 'Beginnen Sie zuerst die Aufgabe. Danach können Sie sie abschließen oder als gescheitert melden.',
      en: 'Begin the task first. Then you can complete it or report its failure.',
    },
  },
  'task.begun': {
    title: {
      nl: 'Deze taak is al begonnen',
      fr: 'Cette tâche a déjà commencé',
      de: 'Diese Aufgabe wurde schon begonnen',
      en: 'This task has already begun',
    },
    detail: {
      nl: 'Iemand is al met deze taak bezig.',
      fr: 'Quelqu’un s’occupe déjà de cette tâche.',
      de: 'Jemand arbeitet schon an dieser Aufgabe.',
      en: 'Somebody is already at work on this task.',
    },
  },
  'task.too-early': {
    title: {
      nl: 'Met deze taak mag nog niet begonnen worden',
      fr: 'Cette tâche ne peut pas encore commencer',
      de: 'Diese Aufgabe darf noch nicht begonnen werden',
      en: 'This task may not begin yet',
    },
    detail: {
      nl: 'De klant kan nog van gedachte veranderen. Beginnen kan vanaf {changeableUntil:when}.',
      fr: 'Le client peut encore changer d’avis. La tâche peut commencer à partir du {changeableUntil:when}.',
      de: 'Der Kunde kann es sich noch anders überlegen. Beginnen ist möglich ab {changeableUntil:when}.',
      en: 'The customer can still change his mind. Beginning is possible from {changeableUntil:when}.',
    },
  },
  'task.quote-not-accepted': {
    title: {
      nl: 'De klant heeft de prijs nog niet aanvaard',
      fr: 'Le client n’a pas encore accepté le prix',
      de: 'Der Kunde hat den Preis noch nicht angenommen',
      en: 'The customer has not accepted the price yet',
    },
    detail: {
      nl: 'Voor deze verzending staat er geen prijs in het tarief. Bied een prijs aan en wacht op het akkoord.',
      fr: 'Le tarif ne prévoit pas de prix pour cet envoi. Proposez un prix et attendez l’accord.',
      de: 'Für diesen Versand steht kein Preis im Tarif. Bieten Sie einen Preis an und warten Sie auf die Zustimmung.',
      en: 'The tariff has no price for this shipment. Offer a price and wait until it is accepted.',
    },
  },
  'task.cancelled': {
    title: {
      nl: 'Deze taak is vervallen',
      fr: 'Cette tâche est annulée',
      de: 'Diese Aufgabe ist entfallen',
      en: 'This task has been cancelled',
    },
    detail: {
      nl: 'Er is met dit poststuk nu niets te doen. Leg het terug.',
      fr: 'Il n’y a rien à faire avec cet envoi pour le moment. Remettez-le à sa place.',
      de: 'Mit dieser Sendung ist jetzt nichts zu tun. Legen Sie sie zurück.',
      en: 'There is nothing to do with this letter now. Put it back.',
    },
  },
  'task.failed': {
    title: {
      nl: 'Deze taak is als mislukt gemeld',
      fr: 'Cette tâche a été signalée comme échouée',
      de: 'Diese Aufgabe wurde als gescheitert gemeldet',
      en: 'This task was reported as failed',
    },
    detail: {
      nl: 'De klant is gevraagd wat er nu moet gebeuren. Kijk op de werklijst of er een nieuwe taak is.',
      fr: 'Le client a été interrogé sur la suite. Regardez dans la liste de travail s’il y a une nouvelle tâche.',
      de: 'Der Kunde wurde gefragt, was nun geschehen soll. Sehen Sie in der Arbeitsliste nach einer neuen Aufgabe.',
      en: 'The customer has been asked what is to happen now. Look on the work list for a new task.',
    },
  },
  'task.done': {
    title: {
      nl: 'Deze taak is al voltooid',
      fr: 'Cette tâche est déjà terminée',
      de: 'Diese Aufgabe ist schon abgeschlossen',
      en: 'This task is already done',
    },
    detail: {
      nl: 'Deze taak is al eerder gemeld en kan niet meer wijzigen.',
      fr: 'Cette tâche a déjà été signalée et ne peut plus changer.',
      de: 'Diese Aufgabe wurde schon gemeldet und kann sich nicht mehr ändern.',
      en: 'This task was reported before and can no longer change.',
    },
  },
  'task.completed-in-future': {
    title: {
      nl: 'Dit tijdstip ligt in de toekomst',
      fr: 'Ce moment est dans le futur',
      de: 'Dieser Zeitpunkt liegt in der Zukunft',
      en: 'This time lies in the future',
    },
    detail: {
      nl: 'Noem het tijdstip waarop het gebeurd is. Kijk de klok van de locatie na.',
      fr: 'Indiquez le moment où cela s’est passé. Vérifiez l’horloge du site.',
      de: 'Nennen Sie den Zeitpunkt, an dem es geschehen ist. Prüfen Sie die Uhr des Standorts.',
      en: 'Give the time at which it happened. Check the clock of the site.',
    },
  },
  'task.completed-before-arrival': {
    title: {
      nl: 'Dit tijdstip ligt voor de aankomst van het poststuk',
      fr: 'Ce moment précède l’arrivée de l’envoi',
      de: 'Dieser Zeitpunkt liegt vor der Ankunft der Sendung',
      en: 'This time lies before the letter arrived',
    },
    detail: {
      nl: 'Noem het tijdstip waarop het gebeurd is. Dat is niet voor {earliest:when}.',
      fr: 'Indiquez le moment où cela s’est passé. Ce n’est pas avant le {earliest:when}.',
      de: 'Nennen Sie den Zeitpunkt, an dem es geschehen ist. Das ist nicht vor {earliest:when}.',
      en: 'Give the time at which it happened. That is not before {earliest:when}.',
    },
  },
  'task.review-outcome': {
    title: {
      nl: 'Een controle kan zo niet eindigen',
      fr: 'Une vérification ne peut pas se terminer ainsi',
      de: 'Eine Prüfung kann so nicht enden',
      en: 'A review cannot end like this',
    },
    detail: {
      nl: 'Een controle eindigt met verzenden of overhandigen. Zonder opdracht van de klant wordt niets vernietigd.',
      fr: 'Une vérification se termine par une expédition ou une remise. Rien n’est détruit sans ordre du client.',
      de: 'Eine Prüfung endet mit Versand oder Übergabe. Ohne Auftrag des Kunden wird nichts vernichtet.',
      en: 'A review ends in a shipment or a hand-over. Nothing is destroyed without an order of the customer.',
    },
  },
  'quote.not-needed': {
    title: {
      nl: 'Hier is geen prijsvoorstel nodig',
      fr: 'Aucune offre de prix n’est nécessaire',
      de: 'Hier ist kein Preisangebot nötig',
      en: 'No quote is needed here',
    },
    detail: {
      nl: 'Het tarief heeft al een prijs voor wat gevraagd is, of er is niets gevraagd.',
      fr: 'Le tarif prévoit déjà un prix pour ce qui est demandé, ou rien n’est demandé.',
      de: 'Der Tarif hat schon einen Preis für das Gewünschte, oder es ist nichts gewünscht.',
      en: 'The tariff already has a price for what was asked, or nothing was asked.',
    },
  },
  'quote.not-offered': {
    title: {
      nl: 'Er is geen prijsvoorstel',
      fr: 'Il n’y a pas d’offre de prix',
      de: 'Es gibt kein Preisangebot',
      en: 'There is no quote',
    },
    detail: {
      nl: 'Er is nu geen prijs om te aanvaarden. Wij laten het weten zodra er een is.',
      fr: 'Il n’y a pas de prix à accepter pour le moment. Nous vous préviendrons dès qu’il y en aura un.',
      de: 'Es gibt jetzt keinen Preis anzunehmen. Wir melden uns, sobald es einen gibt.',
      en: 'There is no price to accept at present. We let you know as soon as there is one.',
    },
  },
} satisfies RefusalCatalogue;
