/** Why somebody may do something, or which condition fails: said to whoever asks (UM-15, UM-26). */
import type { Bringing } from '../domain/right-chain.ts';
import type { WhyCode } from '../domain/right-trail.ts';
import { say } from './fill.ts';
import type { Language, Texts } from './languages.ts';

const answers: Readonly<Record<WhyCode, Texts>> = {
  'why.allowed': {
    nl: 'Dit mag: het recht is toegekend en valt binnen wat de operator toelaat.',
    fr: 'C’est permis : le droit a été accordé et reste dans ce que l’opérateur autorise.',
    de: 'Das ist erlaubt: Das Recht wurde erteilt und liegt in dem, was der Betreiber zulässt.',
    en: 'This is allowed: the right was granted and lies within what the operator allows.',
  },
  'why.by-profile': {
    nl: 'Dit mag: het hoort bij het profiel van beheerder.',
    fr: 'C’est permis : cela va de pair avec le profil d’administrateur.',
    de: 'Das ist erlaubt: Es gehört zum Profil des Administrators.',
    en: 'This is allowed: it comes with the profile of administrator.',
  },
  'why.invited': {
    nl: 'De uitnodiging is nog niet aanvaard.',
    fr: 'L’invitation n’a pas encore été acceptée.',
    de: 'Die Einladung wurde noch nicht angenommen.',
    en: 'The invitation has not been accepted yet.',
  },
  'why.deactivated': {
    nl: 'De gebruiker is gedeactiveerd, met al zijn rechten.',
    fr: 'L’utilisateur est désactivé, avec tous ses droits.',
    de: 'Der Benutzer ist deaktiviert, mit allen seinen Rechten.',
    en: 'The user is deactivated, with all his rights.',
  },
  'why.suspended': {
    nl: 'De operator heeft de gebruiker voorlopig geschorst.',
    fr: 'L’opérateur a suspendu l’utilisateur pour l’instant.',
    de: 'Der Betreiber hat den Benutzer vorläufig gesperrt.',
    en: 'The operator has suspended the user for the time being.',
  },
  'why.forgotten': {
    nl: 'Dit recht bestaat niet of niet meer in de toepassing.',
    fr: 'Ce droit n’existe pas ou n’existe plus dans l’application.',
    de: 'Dieses Recht gibt es in der Anwendung nicht oder nicht mehr.',
    en: 'The application knows no such right, or knows it no more.',
  },
  'why.not-settable': {
    nl: 'Dit recht kan aan niemand toegekend worden.',
    fr: 'Ce droit ne peut être accordé à personne.',
    de: 'Dieses Recht kann niemandem erteilt werden.',
    en: 'This right can be granted to nobody.',
  },
  'why.not-administrator': {
    nl: 'Dit hoort bij het profiel van beheerder, en dat heeft de gebruiker niet.',
    fr: 'Cela va de pair avec le profil d’administrateur, que l’utilisateur n’a pas.',
    de: 'Das gehört zum Profil des Administrators, und das hat der Benutzer nicht.',
    en: 'This comes with the profile of administrator, which the user does not have.',
  },
  'why.nothing-granted': {
    nl: 'Op deze klantrekening is in deze toepassing niets toegekend.',
    fr: 'Rien n’a été accordé sur ce compte dans cette application.',
    de: 'Auf diesem Kundenkonto wurde in dieser Anwendung nichts erteilt.',
    en: 'Nothing was granted on this account in this application.',
  },
  'why.not-granted': {
    nl: 'Er is iets toegekend in deze toepassing, maar dit niet.',
    fr: 'Des droits ont été accordés dans cette application, mais pas celui-ci.',
    de: 'In dieser Anwendung wurde etwas erteilt, aber nicht dieses Recht.',
    en: 'Something was granted in this application, and not this.',
  },
  'why.taken-back': {
    nl: 'Dit was toegekend en is weer ingetrokken op {endedAt:when}.',
    fr: 'Ce droit avait été accordé et a été retiré le {endedAt:when}.',
    de: 'Das war erteilt und wurde am {endedAt:when} wieder entzogen.',
    en: 'This was granted and was taken back on {endedAt:when}.',
  },
  'why.not-applicable': {
    nl: 'Dit is niet van toepassing op het profiel van de gebruiker (NA).',
    fr: 'Ceci ne s’applique pas au profil de l’utilisateur (NA).',
    de: 'Das ist auf das Profil des Benutzers nicht anwendbar (NA).',
    en: 'This does not apply to the profile of the user (NA).',
  },
  'why.not-allowed': {
    nl: 'Dit is niet toegestaan voor het profiel van de gebruiker (NO).',
    fr: 'Ceci n’est pas autorisé pour le profil de l’utilisateur (NO).',
    de: 'Das ist für das Profil des Benutzers nicht erlaubt (NO).',
    en: 'This is not allowed for the profile of the user (NO).',
  },
  'why.outside-boundary': {
    nl: 'Dit is toegekend, maar de operator laat het op deze klantrekening niet of niet meer toe.',
    fr: 'Ce droit a été accordé, mais l’opérateur ne l’autorise pas ou plus sur ce compte.',
    de: 'Das wurde erteilt, aber der Betreiber lässt es auf diesem Kundenkonto nicht oder nicht mehr zu.',
    en: 'This was granted, and the operator does not allow it on this account, or no longer does.',
  },
  'why.router-received-nothing': {
    nl: 'De klant heeft de router hier niets of niets meer toegekend.',
    fr: 'Le client n’a rien accordé ici au routeur, ou plus rien.',
    de: 'Der Kunde hat dem Router hier nichts oder nichts mehr erteilt.',
    en: 'The client has given the router nothing here, or nothing any more.',
  },
  'why.router-not-received': {
    nl: 'De klant heeft de router hier iets toegekend, maar dit niet.',
    fr: 'Le client a accordé des droits au routeur ici, mais pas celui-ci.',
    de: 'Der Kunde hat dem Router hier etwas erteilt, aber nicht dieses Recht.',
    en: 'The client has given the router something here, and not this.',
  },
};

/** The answer in that language; the instant on the clock of the zone. */
export function whyText(code: WhyCode, language: Language, facts: Record<string, unknown> = {}): string {
  return say(answers[code], language, facts);
}

const bringings: Readonly<Record<Exclude<Bringing, 'itself'>, Texts>> = {
  implied: {
    nl: 'Komt mee met {name}.',
    fr: 'Va de pair avec {name}.',
    de: 'Kommt mit {name}.',
    en: 'Comes with {name}.',
  },
  covered: {
    nl: 'Wie {name} heeft, mag dit toekennen zonder het zelf te hebben.',
    fr: 'Qui dispose de {name} peut l’accorder sans l’avoir.',
    de: 'Wer {name} hat, darf es erteilen, ohne es selbst zu haben.',
    en: 'Who holds {name} may grant this without holding it.',
  },
};

/** How a grant brings a right that it does not name; null when it names it. */
export function bringingText(bringing: Bringing, name: string, language: Language): string | null {
  return bringing === 'itself' ? null : say(bringings[bringing], language, { name });
}
