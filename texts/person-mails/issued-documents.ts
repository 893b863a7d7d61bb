/** Mails about invoices and credit notes to who receives them (WF-33). */
import type { PersonMailTexts } from './facts.ts';

export const documentWithdrawn: PersonMailTexts = {
  subject: {
    nl: '{issuerName} heeft document {number} ingetrokken',
    fr: '{issuerName} a retiré le document {number}',
    de: '{issuerName} hat das Dokument {number} zurückgezogen',
    en: '{issuerName} has withdrawn document {number}',
  },
  heading: {
    nl: 'Een document is ingetrokken',
    fr: 'Un document a été retiré',
    de: 'Ein Dokument wurde zurückgezogen',
    en: 'A document was withdrawn',
  },
  lead: {
    nl: '{issuerName} heeft document {number} voor klantcode {clientCode} ingetrokken. U ziet het niet meer in uw account. Vragen over het document stelt u aan {issuerName}.',
    fr: '{issuerName} a retiré le document {number} pour le code client {clientCode}. Vous ne le voyez plus dans votre compte. Pour toute question sur le document, adressez-vous à {issuerName}.',
    de: '{issuerName} hat das Dokument {number} zum Kundencode {clientCode} zurückgezogen. Sie sehen es in Ihrem Konto nicht mehr. Fragen zum Dokument richten Sie bitte an {issuerName}.',
    en: '{issuerName} has withdrawn document {number} for client code {clientCode}. You no longer see it in your account. Questions about the document are for {issuerName}.',
  },
  footer: 'documents',
};

export const documentCorrected: PersonMailTexts = {
  subject: {
    nl: '{issuerName} heeft document {number} verbeterd',
    fr: '{issuerName} a corrigé le document {number}',
    de: '{issuerName} hat das Dokument {number} berichtigt',
    en: '{issuerName} has corrected document {number}',
  },
  heading: {
    nl: 'Een document is vervangen',
    fr: 'Un document a été remplacé',
    de: 'Ein Dokument wurde ersetzt',
    en: 'A document was replaced',
  },
  lead: {
    nl: '{issuerName} heeft document {number} voor klantcode {clientCode} vervangen door een verbeterde versie. De vorige versie ziet u niet meer. Kijk in uw account naar de nieuwe.',
    fr: '{issuerName} a remplacé le document {number} pour le code client {clientCode} par une version corrigée. Vous ne voyez plus la précédente. Consultez la nouvelle dans votre compte.',
    de: '{issuerName} hat das Dokument {number} zum Kundencode {clientCode} durch eine berichtigte Fassung ersetzt. Die vorige sehen Sie nicht mehr. Sehen Sie sich die neue in Ihrem Konto an.',
    en: '{issuerName} has replaced document {number} for client code {clientCode} by a corrected version. You no longer see the one before. Look at the new one in your account.',
  },
  footer: 'documents',
};

export const documentsEnding: PersonMailTexts = {
  subject: {
    nl: 'Documenten waarvan de bewaring eindigt op {destroyOn:when}: {count}',
    fr: 'Documents dont la conservation prend fin le {destroyOn:when} : {count}',
    de: 'Dokumente, deren Aufbewahrung am {destroyOn:when} endet: {count}',
    en: 'Documents whose retention ends on {destroyOn:when}: {count}',
  },
  heading: {
    nl: 'Documenten worden vernietigd',
    fr: 'Des documents vont être détruits',
    de: 'Dokumente werden vernichtet',
    en: 'Documents will be destroyed',
  },
  lead: {
    nl: 'Documenten in uw account waarvan de bewaartermijn afloopt: {count}. Op {destroyOn:when} worden ze voorgoed vernietigd. Wat u wilt houden, downloadt u vóór die dag.',
    fr: 'Documents de votre compte dont le délai de conservation arrive à son terme : {count}. Ils seront détruits définitivement le {destroyOn:when}. Téléchargez avant ce jour ce que vous voulez garder.',
    de: 'Dokumente in Ihrem Konto, deren Aufbewahrungsfrist abläuft: {count}. Am {destroyOn:when} werden sie endgültig vernichtet. Laden Sie vor diesem Tag herunter, was Sie behalten wollen.',
    en: 'Documents in your account whose retention is coming to its end: {count}. On {destroyOn:when} they are destroyed for good. Download before that day what you want to keep.',
  },
  footer: 'documents',
};
