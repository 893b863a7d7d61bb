/** What happened to a letter, one line an event. */
import type { Texts } from '../languages.ts';

export const mailItemHistory: Readonly<Record<string, Texts>> = {
  'mail-item.received': {
    nl: 'Het poststuk is ontvangen en gescand.',
    fr: 'L’envoi a été reçu et numérisé.',
    de: 'Die Sendung wurde empfangen und gescannt.',
    en: 'The letter was received and scanned.',
  },
  'mail-item.decided': {
    nl: 'Er is gekozen: {decision.kind:decision}. Verzendwijze: {decision.manner:manner}. Bewaren tot en met {decision.until:when}. Gepland op {plannedOn:when}.',
    fr: 'Choix effectué : {decision.kind:decision}. Mode d’expédition : {decision.manner:manner}. À conserver jusqu’au {decision.until:when} inclus. Prévu le {plannedOn:when}.',
    de: 'Gewählt wurde: {decision.kind:decision}. Versandart: {decision.manner:manner}. Aufzubewahren bis einschließlich {decision.until:when}. Geplant am {plannedOn:when}.',
    en: 'A decision was taken: {decision.kind:decision}. Manner of sending: {decision.manner:manner}. To be kept until the end of {decision.until:when}. Planned on {plannedOn:when}.',
  },
  'mail-item.decision-applied-by-box': {
    nl: 'De instelling van de postbus is toegepast. Er is gekozen: {decision.kind:decision}. Gepland op {plannedOn:when}.',
    fr: 'Le réglage de la boîte postale a été appliqué. Choix effectué : {decision.kind:decision}. Prévu le {plannedOn:when}.',
    de: 'Die Einstellung des Postfachs wurde angewandt. Gewählt wurde: {decision.kind:decision}. Geplant am {plannedOn:when}.',
    en: 'The setting of the postbox was applied. The decision is: {decision.kind:decision}. Planned on {plannedOn:when}.',
  },
  'mail-item.reminded': {
    nl: 'Er is een herinnering verstuurd.',
    fr: 'Un rappel a été envoyé.',
    de: 'Eine Erinnerung wurde verschickt.',
    en: 'A reminder was sent.',
  },
  'mail-item.reminder-missed': {
    nl: 'Een herinnering viel weg omdat wij te laat waren.',
    fr: 'Un rappel n’a pas été envoyé parce que nous étions en retard.',
    de: 'Eine Erinnerung entfiel, weil wir zu spät waren.',
    en: 'A reminder was left out because we were late.',
  },
  'mail-item.storage-charged': {
    nl: 'Bewaring is aangerekend. Bedrag: {cents:money}. Het is periode {period}.',
    fr: 'La conservation a été facturée. Montant : {cents:money}. C’est la période {period}.',
    de: 'Die Aufbewahrung wurde berechnet. Betrag: {cents:money}. Es ist der Zeitraum {period}.',
    en: 'Storage was charged. Amount: {cents:money}. It is period {period}.',
  },
  'mail-item.storage-late': {
    nl: 'Wij waren te laat met de bewaring. Kiezen zonder die kosten kon nog tot {until:when}.',
    fr: 'Nous étions en retard pour la conservation. Un choix sans ces frais restait possible jusqu’au {until:when}.',
    de: 'Wir waren mit der Aufbewahrung zu spät. Eine Wahl ohne diese Kosten war noch möglich bis {until:when}.',
    en: 'We were late with the storage. A decision without that charge was still possible until {until:when}.',
  },
  'mail-item.storage-ended': {
    nl: 'De bewaartermijn is afgelopen en er wordt niets meer aangerekend. Een medewerker kijkt het poststuk na.',
    fr: 'La période de conservation est terminée et plus rien n’est facturé. Un collaborateur vérifie l’envoi.',
    de: 'Die Aufbewahrungszeit ist beendet, und es wird nichts mehr berechnet. Ein Mitarbeiter prüft die Sendung.',
    en: 'The storage period has ended and nothing more is charged. A member of staff reviews the letter.',
  },
  'mail-item.keep-ended': {
    nl: 'De gevraagde bewaring is afgelopen. Er moet opnieuw gekozen worden.',
    fr: 'La conservation demandée est terminée. Un nouveau choix est nécessaire.',
    de: 'Die gewünschte Aufbewahrung ist beendet. Es muss neu gewählt werden.',
    en: 'The keeping that was asked for has ended. A new decision is needed.',
  },
  'mail-item.address-changed': {
    nl: 'Het doorstuuradres van de postbus is gewijzigd.',
    fr: 'L’adresse de réexpédition de la boîte postale a changé.',
    de: 'Die Nachsendeadresse des Postfachs wurde geändert.',
    en: 'The forwarding address of the postbox changed.',
  },
  'mail-item.facts-corrected': {
    nl: 'De gegevens van het poststuk zijn verbeterd. Het gewicht is {weightGrams:weight}.',
    fr: 'Les données de l’envoi ont été corrigées. Le poids est de {weightGrams:weight}.',
    de: 'Die Angaben zur Sendung wurden berichtigt. Das Gewicht ist {weightGrams:weight}.',
    en: 'The facts of the letter were corrected. Its weight is {weightGrams:weight}.',
  },
  'mail-item.quote-offered': {
    nl: 'Er is een prijs voorgesteld. Het voorstel is {cents:money}.',
    fr: 'Un prix a été proposé. L’offre est de {cents:money}.',
    de: 'Ein Preis wurde vorgeschlagen. Das Angebot ist {cents:money}.',
    en: 'A price was offered. The offer is {cents:money}.',
  },
  'mail-item.quote-accepted': {
    nl: 'De voorgestelde prijs is aanvaard. Het bedrag is {cents:money}.',
    fr: 'Le prix proposé a été accepté. Le montant est de {cents:money}.',
    de: 'Der vorgeschlagene Preis wurde angenommen. Der Betrag ist {cents:money}.',
    en: 'The price offered was accepted. The amount is {cents:money}.',
  },
};
