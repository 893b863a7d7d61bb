import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';

const text: Texts = {
  nl: 'Als wij deze naam kennen, is er een mail onderweg. Kijk ook bij de ongewenste mails. Kwam er niets aan, vraag het dan aan uw beheerder of aan de klantendienst.',
  fr: 'Si nous connaissons ce nom, un e-mail est en route. Regardez aussi dans les indésirables. Si rien n’arrive, adressez-vous à votre administrateur ou au service clientèle.',
  de: 'Wenn wir diesen Namen kennen, ist eine E-Mail unterwegs. Sehen Sie auch im Spam-Ordner nach. Kommt nichts an, wenden Sie sich an Ihren Administrator oder den Kundendienst.',
  en: 'If we know this name, a mail is on its way. Look among the unwanted mails too. If nothing arrives, ask your administrator or customer service.',
};

/** Said to everybody who says that he lost his password, known or not (check 34). */
export function recoveryAskedText(language: Language): string {
  return sayFirst(text, language);
}
