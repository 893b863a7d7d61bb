/** Refusals about requests for rights (WF-05, UM-15). */
import type { RefusalCatalogue } from './catalogue.ts';

export const rightsRequestRefusals = {
  'rights-request.nothing-asked': {
    title: {
      nl: 'Er wordt niets gevraagd',
      fr: 'Rien n’est demandé',
      de: 'Es wird um nichts gebeten',
      en: 'Nothing is asked for',
    },
    detail: {
      nl: 'Noem minstens één recht, met een waarde in elke dimensie.',
      fr: 'Indiquez au moins un droit, avec une valeur dans chaque dimension.',
      de: 'Nennen Sie mindestens ein Recht, mit einem Wert in jeder Dimension.',
      en: 'Name at least one right, with a value in each dimension.',
    },
  },
  'rights-request.account-of-client': {
    title: {
      nl: 'Dit is de rekening van een klant',
      fr: 'Ce compte est celui d’un client',
      de: 'Dieses Konto gehört einem Kunden',
      en: 'This account is that of a client',
    },
    detail: {
      nl: 'Vraag het aan een beheerder van uw eigen bedrijf. Wat uw bedrijf er zelf niet kreeg, geeft alleen de klant.',
      fr: 'Adressez-vous à un administrateur de votre propre entreprise. Ce qu’elle n’y a pas reçu, seul le client le donne.',
      de: 'Fragen Sie einen Administrator Ihres eigenen Unternehmens. Was es dort nicht erhalten hat, gibt nur der Kunde.',
      en: 'Ask an administrator of your own company. What your company was not given there, only the client gives.',
    },
  },
  'rights-request.held': {
    title: {
      nl: 'U hebt deze rechten al',
      fr: 'Vous avez déjà ces droits',
      de: 'Sie haben diese Rechte bereits',
      en: 'You have these rights already',
    },
    detail: {
      nl: 'Alles wat u vraagt mag u nu al.',
      fr: 'Tout ce que vous demandez vous est déjà permis.',
      de: 'Alles, worum Sie bitten, dürfen Sie bereits.',
      en: 'All that you ask for you may do already.',
    },
  },
  'rights-request.yours-to-give': {
    title: {
      nl: 'U kunt deze rechten zelf geven',
      fr: 'Vous pouvez donner ces droits vous-même',
      de: 'Sie können diese Rechte selbst erteilen',
      en: 'You can give these rights yourself',
    },
    detail: {
      nl: 'Geef ze uzelf bij uw rechten.',
      fr: 'Accordez-les-vous dans vos droits.',
      de: 'Erteilen Sie sie sich bei Ihren Rechten.',
      en: 'Give them to yourself with your rights.',
    },
  },
  'rights-request.profile-set': {
    title: {
      nl: 'U hebt in deze toepassing een ander profiel',
      fr: 'Vous avez un autre profil dans cette application',
      de: 'Sie haben in dieser Anwendung ein anderes Profil',
      en: 'You have another profile in this application',
    },
    detail: {
      nl: 'Uw profiel is {profile}. Een ander profiel kent uw beheerder toe.',
      fr: 'Votre profil est {profile}. Un autre profil est accordé par votre administrateur.',
      de: 'Ihr Profil ist {profile}. Ein anderes erteilt Ihr Administrator.',
      en: 'Your profile is {profile}. Another one is given by your administrator.',
    },
  },
  'rights-request.not-asked': {
    title: {
      nl: 'Dit werd niet gevraagd',
      fr: 'Ceci n’a pas été demandé',
      de: 'Darum wurde nicht gebeten',
      en: 'This was not asked for',
    },
    detail: {
      nl: 'Ken alleen toe wat van de aanvraag nog openstaat.',
      fr: 'N’accordez que ce qui reste ouvert dans la demande.',
      de: 'Erteilen Sie nur, was von der Anfrage noch offen ist.',
      en: 'Grant only what of the request is still open.',
    },
  },
  'rights-request.closed': {
    title: {
      nl: 'Deze aanvraag is afgesloten',
      fr: 'Cette demande est close',
      de: 'Diese Anfrage ist abgeschlossen',
      en: 'This request is closed',
    },
    detail: {
      nl: 'Er is al over beslist of ze is vervallen. Vraag de rechten opnieuw als ze nog nodig zijn.',
      fr: 'Une décision a été prise ou la demande est caduque. Demandez les droits à nouveau s’ils sont encore nécessaires.',
      de: 'Es ist bereits entschieden oder sie ist verfallen. Bitten Sie erneut um die Rechte, wenn sie noch nötig sind.',
      en: 'It has been decided or has lapsed. Ask for the rights again if they are still needed.',
    },
  },
  'rights-request.in-house': {
    title: {
      nl: 'Deze aanvraag is bij de beheerders',
      fr: 'Cette demande est chez les administrateurs',
      de: 'Diese Anfrage liegt bei den Administratoren',
      en: 'This request is with the administrators',
    },
    detail: {
      nl: 'De beheerders van het bedrijf kunnen deze rechten zelf geven.',
      fr: 'Les administrateurs de l’entreprise peuvent donner ces droits eux-mêmes.',
      de: 'Die Administratoren des Unternehmens können diese Rechte selbst erteilen.',
      en: 'The administrators of the company can give these rights themselves.',
    },
  },
  'rights-request.with-staff': {
    title: {
      nl: 'Deze aanvraag is bij de operator',
      fr: 'Cette demande est chez l’opérateur',
      de: 'Diese Anfrage liegt beim Betreiber',
      en: 'This request is with the operator',
    },
    detail: {
      nl: 'Geen beheerder van het bedrijf heeft deze rechten; de operator antwoordt.',
      fr: 'Aucun administrateur de l’entreprise n’a ces droits ; l’opérateur répondra.',
      de: 'Kein Administrator des Unternehmens hat diese Rechte; der Betreiber antwortet.',
      en: 'No administrator of the company holds these rights; the operator answers.',
    },
  },
  'rights-request.question-open': {
    title: {
      nl: 'Er is al een vraag gesteld',
      fr: 'Une question est déjà posée',
      de: 'Es ist bereits eine Frage gestellt',
      en: 'A question has been asked already',
    },
    detail: {
      nl: 'Wacht op het antwoord, of beslis.',
      fr: 'Attendez la réponse, ou décidez.',
      de: 'Warten Sie auf die Antwort, oder entscheiden Sie.',
      en: 'Wait for the answer, or decide.',
    },
  },
  'rights-request.no-question': {
    title: {
      nl: 'Er is geen vraag',
      fr: 'Il n’y a pas de question',
      de: 'Es gibt keine Frage',
      en: 'There is no question',
    },
    detail: {
      nl: 'Niemand wacht op een antwoord bij deze aanvraag.',
      fr: 'Personne n’attend de réponse pour cette demande.',
      de: 'Bei dieser Anfrage wartet niemand auf eine Antwort.',
      en: 'Nobody waits for an answer about this request.',
    },
  },
  'rights-request.administrator-needed': {
    title: {
      nl: 'Kies een beheerder',
      fr: 'Choisissez un administrateur',
      de: 'Wählen Sie einen Administrator',
      en: 'Choose an administrator',
    },
    detail: {
      nl: 'De rechten gaan eerst naar een actieve beheerder, die ze doorgeeft. Noem wie dat is.',
      fr: 'Les droits vont d’abord à un administrateur actif, qui les transmet. Indiquez lequel.',
      de: 'Die Rechte gehen zuerst an einen aktiven Administrator, der sie weitergibt. Nennen Sie, an welchen.',
      en: 'The rights go first to an active administrator, who grants them on. Name which one.',
    },
  },
  'rights-request.administrator-not-chosen': {
    title: {
      nl: 'Hier wordt geen beheerder gekozen',
      fr: 'Aucun administrateur n’est à choisir ici',
      de: 'Hier wird kein Administrator gewählt',
      en: 'No administrator is chosen here',
    },
    detail: {
      nl: 'Alleen wij kiezen, voor de aanvraag van een gebruiker, wie de rechten doorgeeft. Er is niets bewaard.',
      fr: 'Nous seuls choisissons, pour la demande d’un utilisateur, qui transmet les droits. Rien n’a été enregistré.',
      de: 'Nur wir wählen, bei der Anfrage eines Benutzers, wer die Rechte weitergibt. Nichts wurde gespeichert.',
      en: 'Only we choose, for the request of a user, who grants the rights on. Nothing was saved.',
    },
  },
  'rights-request.administrator-cannot-hold': {
    title: {
      nl: 'Deze beheerder kan deze rechten niet hebben',
      fr: 'Cet administrateur ne peut pas avoir ces droits',
      de: 'Dieser Administrator kann diese Rechte nicht haben',
      en: 'This administrator cannot hold these rights',
    },
    detail: {
      nl: 'Zijn profiel heeft er geen plaats voor. Kies een andere beheerder.',
      fr: 'Son profil ne les admet pas. Choisissez un autre administrateur.',
      de: 'Sein Profil hat dafür keinen Platz. Wählen Sie einen anderen Administrator.',
      en: 'His profile has no place for them. Choose another administrator.',
    },
  },
} as const satisfies RefusalCatalogue;
