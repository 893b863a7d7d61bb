/** What can be in the way of a new mail address. */
import type { RefusalCatalogue } from './catalogue.ts';

export const emailChangeRefusals = {
  'email-change.address-is-username': {
    title: {
      nl: 'Met dit adres meldt zich al iemand aan',
      fr: 'Quelqu’un se connecte déjà avec cette adresse',
      de: 'Mit dieser Adresse meldet sich schon jemand an',
      en: 'Somebody logs in by this address already',
    },
    detail: {
      nl: 'Uw gebruikersnaam is uw e-mailadres en zou meeveranderen, maar een andere gebruiker heeft dit adres al als gebruikersnaam. Is die van u, meld u dan daarmee aan; geef anders een ander adres op.',
      fr: 'Votre nom d’utilisateur est votre adresse e-mail et changerait avec elle, mais un autre utilisateur porte déjà cette adresse comme nom. S’il est à vous, connectez-vous avec lui ; sinon, indiquez une autre adresse.',
      de: 'Ihr Benutzername ist Ihre E-Mail-Adresse und würde sich mit ihr ändern, aber ein anderer Benutzer heißt schon so. Gehört er Ihnen, melden Sie sich damit an; sonst geben Sie eine andere Adresse an.',
      en: 'Your username is your e-mail address and would change with it, but another user is called by this address already. If that is you, log in by it; otherwise give another address.',
    },
  },
} satisfies RefusalCatalogue;
