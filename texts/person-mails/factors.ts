/** Second factors of a person have changed: he hears of it, whoever did it (decided.md, People). */
import type { PersonMailTexts } from './facts.ts';

export const factorAdded: PersonMailTexts = {
  subject: {
    nl: 'Er is een tweede factor toegevoegd',
    fr: 'Un second facteur a été ajouté',
    de: 'Ein zweiter Faktor wurde hinzugefügt',
    en: 'A second factor was added',
  },
  heading: {
    nl: 'Aanmelden vraagt nu een tweede factor',
    fr: 'La connexion demande maintenant un second facteur',
    de: 'Die Anmeldung verlangt jetzt einen zweiten Faktor',
    en: 'Logging in now asks for a second factor',
  },
  lead: {
    nl: 'Op {happenedAt:moment} is aan de toegang van {username} toegevoegd: {factorName}. Uw andere sessies zijn beëindigd.',
    fr: 'Le {happenedAt:moment}, ceci a été ajouté à l’accès de {username} : {factorName}. Vos autres sessions sont terminées.',
    de: 'Am {happenedAt:moment} wurde dem Zugang von {username} hinzugefügt: {factorName}. Ihre anderen Sitzungen wurden beendet.',
    en: 'On {happenedAt:moment} this was added to the access of {username}: {factorName}. Your other sessions have ended.',
  },
  footer: 'alarm',
};

export const factorRemoved: PersonMailTexts = {
  subject: {
    nl: 'Er is een tweede factor verwijderd',
    fr: 'Un second facteur a été supprimé',
    de: 'Ein zweiter Faktor wurde entfernt',
    en: 'A second factor was removed',
  },
  heading: {
    nl: 'Een tweede factor geldt niet meer',
    fr: 'Un second facteur ne vaut plus',
    de: 'Ein zweiter Faktor gilt nicht mehr',
    en: 'A second factor does not count any more',
  },
  lead: {
    nl: 'Op {happenedAt:moment} is bij de toegang van {username} verwijderd: {factorName}. Uw andere sessies zijn beëindigd.',
    fr: 'Le {happenedAt:moment}, ceci a été supprimé de l’accès de {username} : {factorName}. Vos autres sessions sont terminées.',
    de: 'Am {happenedAt:moment} wurde beim Zugang von {username} entfernt: {factorName}. Ihre anderen Sitzungen wurden beendet.',
    en: 'On {happenedAt:moment} this was removed from the access of {username}: {factorName}. Your other sessions have ended.',
  },
  footer: 'alarm',
};

export const recoveryCodesRenewed: PersonMailTexts = {
  subject: {
    nl: 'Uw herstelcodes zijn vernieuwd',
    fr: 'Vos codes de secours ont été renouvelés',
    de: 'Ihre Wiederherstellungscodes wurden erneuert',
    en: 'Your recovery codes were renewed',
  },
  heading: {
    nl: 'Er zijn nieuwe herstelcodes',
    fr: 'Il y a de nouveaux codes de secours',
    de: 'Es gibt neue Wiederherstellungscodes',
    en: 'There are new recovery codes',
  },
  lead: {
    nl: 'Op {happenedAt:moment} zijn voor {username} nieuwe herstelcodes gemaakt. De vorige werken niet meer.',
    fr: 'Le {happenedAt:moment}, de nouveaux codes de secours ont été créés pour {username}. Les précédents ne fonctionnent plus.',
    de: 'Am {happenedAt:moment} wurden für {username} neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.',
    en: 'On {happenedAt:moment} new recovery codes were made for {username}. The earlier ones work no more.',
  },
  footer: 'alarm',
};
