/** Refusals about invitations (WF-02). */
import type { RefusalCatalogue } from './catalogue.ts';

export const invitationRefusals = {
  'invitation.accepted': {
    title: {
      nl: 'Deze uitnodiging is al aanvaard',
      fr: 'Cette invitation est déjà acceptée',
      de: 'Diese Einladung ist schon angenommen',
      en: 'This invitation is accepted already',
    },
    detail: {
      nl: 'De gebruiker kan inloggen; wie zijn wachtwoord vergat, vraagt een nieuw aan.',
      fr: 'L’utilisateur peut se connecter ; qui a oublié son mot de passe en demande un nouveau.',
      de: 'Der Benutzer kann sich anmelden; wer sein Passwort vergessen hat, fordert ein neues an.',
      en: 'The user can log in; who forgot the password asks for a new one.',
    },
  },
  'invitation.over': {
    title: {
      nl: 'Deze uitnodiging is voorbij',
      fr: 'Cette invitation est terminée',
      de: 'Diese Einladung ist vorbei',
      en: 'This invitation is over',
    },
    detail: {
      nl: 'Ze is verlopen, aanvaard of ingetrokken. Vraag de beheerder om een nieuwe.',
      fr: 'Elle a expiré, a été acceptée ou retirée. Demandez-en une nouvelle à l’administrateur.',
      de: 'Sie ist abgelaufen, angenommen oder zurückgezogen. Bitten Sie den Administrator um eine neue.',
      en: 'It has expired, was accepted or withdrawn. Ask the administrator for a new one.',
    },
  },
  'invitation.open': {
    title: {
      nl: 'Er loopt al een uitnodiging',
      fr: 'Une invitation est déjà en cours',
      de: 'Es läuft schon eine Einladung',
      en: 'An invitation is open already',
    },
    detail: {
      nl: 'Wacht op het antwoord, verstuur ze opnieuw of trek ze in.',
      fr: 'Attendez la réponse, renvoyez-la ou retirez-la.',
      de: 'Warten Sie auf die Antwort, senden Sie sie erneut oder ziehen Sie sie zurück.',
      en: 'Wait for the answer, send it again or withdraw it.',
    },
  },
} satisfies RefusalCatalogue;
