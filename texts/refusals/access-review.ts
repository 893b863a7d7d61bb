/** Refusals in the yearly review of rights (WF-43). */
import type { RefusalCatalogue } from './catalogue.ts';
import { notAdministrator } from './shared.ts';

export const accessReviewRefusals = {
  'access-review.over': {
    title: {
      nl: 'Dit nazicht is voorbij',
      fr: 'Cette vérification est terminée',
      de: 'Diese Überprüfung ist vorbei',
      en: 'This review is over',
    },
    detail: {
      nl: 'Rechten wijzigt u nu per gebruiker.',
      fr: 'Vous modifiez désormais les droits par utilisateur.',
      de: 'Rechte ändern Sie jetzt je Benutzer.',
      en: 'Rights are now changed user by user.',
    },
  },
  'access-review.entries-left': {
    title: {
      nl: 'Niet alles is beantwoord',
      fr: 'Tout n’a pas reçu de réponse',
      de: 'Nicht alles ist beantwortet',
      en: 'Not everything is answered',
    },
    detail: {
      nl: 'Zeg eerst van elk recht of het blijft. Nog te beantwoorden: {left}.',
      fr: 'Dites d’abord de chaque droit s’il reste. Encore sans réponse : {left}.',
      de: 'Sagen Sie zuerst zu jedem Recht, ob es bleibt. Noch offen: {left}.',
      en: 'Say of each right first whether it stays. Still to be answered: {left}.',
    },
  },
  'access-review.entry-unknown': {
    title: {
      nl: 'Dit staat niet in dit nazicht',
      fr: 'Ceci ne figure pas dans cette vérification',
      de: 'Das steht nicht in dieser Überprüfung',
      en: 'This is not in this review',
    },
    detail: {
      nl: 'Noem alleen regels uit de lijst van dit nazicht. Er is niets bewaard.',
      fr: 'Ne nommez que des lignes de la liste de cette vérification. Rien n’a été enregistré.',
      de: 'Nennen Sie nur Zeilen aus der Liste dieser Überprüfung. Es wurde nichts gespeichert.',
      en: 'Name only lines of the list of this review. Nothing was saved.',
    },
  },
  'access-review.answer-not-offered': {
    title: {
      nl: 'Dit kan hier niet gekozen worden',
      fr: 'Ce choix n’est pas proposé ici',
      de: 'Das kann hier nicht gewählt werden',
      en: 'This cannot be chosen here',
    },
    detail: {
      nl: 'Elke regel van de lijst zegt wat gekozen kan worden. Er is niets bewaard.',
      fr: 'Chaque ligne de la liste dit ce qui peut être choisi. Rien n’a été enregistré.',
      de: 'Jede Zeile der Liste sagt, was gewählt werden kann. Es wurde nichts gespeichert.',
      en: 'Each line of the list says what can be chosen. Nothing was saved.',
    },
  },
  'access-review.grant-over': {
    title: {
      nl: 'Dit recht is er niet meer',
      fr: 'Ce droit n’existe plus',
      de: 'Dieses Recht gibt es nicht mehr',
      en: 'This right is there no more',
    },
    detail: {
      nl: 'Het is intussen ingetrokken. Er is niets bewaard.',
      fr: 'Il a été retiré entre-temps. Rien n’a été enregistré.',
      de: 'Es wurde inzwischen entzogen. Es wurde nichts gespeichert.',
      en: 'It was taken back meanwhile. Nothing was saved.',
    },
  },
  'access-review.not-administrator': {
    title: notAdministrator,
    detail: {
      nl: 'Alleen een actieve beheerder van het bedrijf kijkt rechten na.',
      fr: 'Seul un administrateur actif de l’entreprise vérifie les droits.',
      de: 'Nur ein aktiver Administrator des Unternehmens prüft Rechte.',
      en: 'Only an active administrator of the company looks over rights.',
    },
  },
  'access-review.not-withdrawn': {
    title: {
      nl: 'Dit is niet ingetrokken',
      fr: 'Ceci n’a pas été retiré',
      de: 'Das wurde nicht entzogen',
      en: 'This was not withdrawn',
    },
    detail: {
      nl: 'Er valt niets terug te geven.',
      fr: 'Il n’y a rien à rendre.',
      de: 'Es gibt nichts zurückzugeben.',
      en: 'There is nothing to give back.',
    },
  },
  'access-review.withdrawn-by-other': {
    title: {
      nl: 'Iemand anders heeft dit ingetrokken',
      fr: 'Quelqu’un d’autre a retiré ceci',
      de: 'Jemand anderes hat das entzogen',
      en: 'Somebody else withdrew this',
    },
    detail: {
      nl: 'Alleen wie het introk, geeft het hier terug. U kunt het recht zelf toekennen bij de gebruiker.',
      fr: 'Seul celui qui l’a retiré le rend ici. Vous pouvez accorder le droit vous-même auprès de l’utilisateur.',
      de: 'Nur wer es entzogen hat, gibt es hier zurück. Sie können das Recht selbst beim Benutzer erteilen.',
      en: 'Only who withdrew it gives it back here. You can grant the right yourself, with the user.',
    },
  },
  'access-review.not-unanswered': {
    title: {
      nl: 'Dit nazicht heeft antwoord gekregen, of loopt nog',
      fr: 'Cette vérification a reçu réponse, ou est encore en cours',
      de: 'Diese Überprüfung wurde beantwortet oder läuft noch',
      en: 'This review was answered, or still goes on',
    },
    detail: {
      nl: 'Afvinken kan alleen wat niemand op tijd heeft beantwoord.',
      fr: 'Seul ce que personne n’a traité à temps peut être coché.',
      de: 'Abhaken lässt sich nur, was niemand rechtzeitig beantwortet hat.',
      en: 'Only what nobody answered in time can be ticked off.',
    },
  },
  'access-review.regrant-over': {
    title: {
      nl: 'Dit kan niet meer teruggegeven worden',
      fr: 'Ceci ne peut plus être rendu',
      de: 'Das kann nicht mehr zurückgegeben werden',
      en: 'This can be given back no more',
    },
    detail: {
      nl: 'De tijd daarvoor is voorbij. U kunt het recht toekennen bij de gebruiker.',
      fr: 'Le délai est écoulé. Vous pouvez accorder le droit auprès de l’utilisateur.',
      de: 'Die Zeit dafür ist vorbei. Sie können das Recht beim Benutzer erteilen.',
      en: 'The time for it is over. You can grant the right with the user.',
    },
  },
} satisfies RefusalCatalogue;
