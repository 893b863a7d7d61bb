/** The password of a person was changed or set anew: he hears of it, whoever did it (check 24). */
import type { Texts } from '../languages.ts';
import type { PersonMailTexts } from './facts.ts';

const changed: Texts = {
  nl: 'Uw wachtwoord is gewijzigd',
  fr: 'Votre mot de passe a été modifié',
  de: 'Ihr Passwort wurde geändert',
  en: 'Your password was changed',
};

export const passwordChanged: PersonMailTexts = {
  subject: changed,
  heading: changed,
  lead: {
    nl: 'Het wachtwoord van {username} is op {happenedAt:moment} gewijzigd. Uw andere sessies zijn beëindigd.',
    fr: 'Le mot de passe de {username} a été modifié le {happenedAt:moment}. Vos autres sessions sont terminées.',
    de: 'Das Passwort von {username} wurde am {happenedAt:moment} geändert. Ihre anderen Sitzungen sind beendet.',
    en: 'The password of {username} was changed on {happenedAt:moment}. Your other sessions have ended.',
  },
  footer: 'alarm',
};
