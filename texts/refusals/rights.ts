/** Refusals about rights: who may give what to whom (UM-07, UM-14 to UM-20, PI-06, PI-07, RT-07). */
import type { RefusalCatalogue } from './catalogue.ts';
import { notAdministrator } from './shared.ts';

export const rightsRefusals = {
  'rights.not-granted': {
    title: {
      nl: 'Dit wordt niet toegekend',
      fr: 'Ceci ne s’accorde pas',
      de: 'Das wird nicht erteilt',
      en: 'This is not granted',
    },
    detail: {
      nl: 'Deze rechten horen bij het profiel van beheerder. Wijzig het profiel van de gebruiker.',
      fr: 'Ces droits vont de pair avec le profil d’administrateur. Modifiez le profil de l’utilisateur.',
      de: 'Diese Rechte gehören zum Profil des Administrators. Ändern Sie das Profil des Benutzers.',
      en: 'These rights come with the profile of administrator. Change the profile of the user.',
    },
  },
  'rights.application-unknown': {
    title: {
      nl: 'Deze toepassing bestaat niet',
      fr: 'Cette application n’existe pas',
      de: 'Diese Anwendung gibt es nicht',
      en: 'There is no such application',
    },
    detail: {
      nl: 'Kies een toepassing uit de lijst.',
      fr: 'Choisissez une application de la liste.',
      de: 'Wählen Sie eine Anwendung aus der Liste.',
      en: 'Choose an application of the list.',
    },
  },
  'rights.scope-incomplete': {
    title: {
      nl: 'Er is niet gezegd waarvoor het recht geldt',
      fr: 'La portée du droit est incomplète',
      de: 'Es fehlt, wofür das Recht gilt',
      en: 'It is not said what the right is for',
    },
    detail: {
      nl: 'Noem waarden voor elke dimensie van de toepassing en voor geen andere.',
      fr: 'Indiquez des valeurs pour chaque dimension de l’application, et pour aucune autre.',
      de: 'Nennen Sie Werte für jede Dimension der Anwendung und für keine andere.',
      en: 'Name values for every dimension of the application and for no other.',
    },
  },
  'rights.action-unknown': {
    title: {
      nl: 'Dit recht bestaat niet',
      fr: 'Ce droit n’existe pas',
      de: 'Dieses Recht gibt es nicht',
      en: 'There is no such right',
    },
    detail: {
      nl: 'Kies rechten van deze toepassing.',
      fr: 'Choisissez des droits de cette application.',
      de: 'Wählen Sie Rechte dieser Anwendung.',
      en: 'Choose rights of this application.',
    },
  },
  'rights.action-not-settable': {
    title: {
      nl: 'Dit recht kan nooit gegeven worden',
      fr: 'Ce droit ne peut jamais être accordé',
      de: 'Dieses Recht kann nie erteilt werden',
      en: 'This right can never be given',
    },
    detail: {
      nl: 'Het is niet van toepassing, bij geen enkel profiel.',
      fr: 'Il n’est applicable à aucun profil.',
      de: 'Es ist bei keinem Profil anwendbar.',
      en: 'It does not apply, under any profile.',
    },
  },
  'rights.value-unknown': {
    title: {
      nl: 'Deze waarde bestaat niet',
      fr: 'Cette valeur n’existe pas',
      de: 'Diesen Wert gibt es nicht',
      en: 'There is no such value',
    },
    detail: {
      nl: 'Kies waarden uit de lijst van de toepassing.',
      fr: 'Choisissez des valeurs de la liste de l’application.',
      de: 'Wählen Sie Werte aus der Liste der Anwendung.',
      en: 'Choose values of the application’s list.',
    },
  },
  'rights.value-malformed': {
    title: {
      nl: 'Zo ziet zo’n waarde er niet uit',
      fr: 'Cette valeur n’a pas la forme attendue',
      de: 'So sieht ein solcher Wert nicht aus',
      en: 'This is not how such a value is written',
    },
    detail: {
      nl: 'Schrijf hem als in dit voorbeeld: {example}.',
      fr: 'Écrivez-la comme dans cet exemple : {example}.',
      de: 'Schreiben Sie ihn wie in diesem Beispiel: {example}.',
      en: 'Write it as in this example: {example}.',
    },
  },
  'rights.value-not-of-account': {
    title: {
      nl: 'Deze waarde hoort niet bij de klantrekening',
      fr: 'Cette valeur n’appartient pas au compte client',
      de: 'Dieser Wert gehört nicht zum Kundenkonto',
      en: 'This value does not belong to the account',
    },
    detail: {
      nl: 'Kies een van de waarden van de klantrekening.',
      fr: 'Choisissez une des valeurs du compte client.',
      de: 'Wählen Sie einen der Werte des Kundenkontos.',
      en: 'Choose one of the values of the account.',
    },
  },
  'rights.value-of-other-kind': {
    title: {
      nl: 'Deze waarde kan hier niet gekozen worden',
      fr: 'Cette valeur ne peut pas être choisie ici',
      de: 'Dieser Wert kann hier nicht gewählt werden',
      en: 'This value cannot be chosen here',
    },
    detail: {
      nl: 'Alleen waarden van één bepaalde soort komen in aanmerking, zoals een hoofdcontract.',
      fr: 'Seules les valeurs d’un type précis conviennent, par exemple un contrat principal.',
      de: 'Nur Werte einer bestimmten Art kommen in Frage, etwa ein Hauptvertrag.',
      en: 'Only values of one kind can be chosen, such as a master contract.',
    },
  },
  'rights.administration-for-router': {
    title: {
      nl: 'Een router beheert niet',
      fr: 'Un routeur n’administre pas',
      de: 'Ein Router verwaltet nicht',
      en: 'A router does not administer',
    },
    detail: {
      nl: 'Beheersrechten worden nooit aan een router gegeven.',
      fr: 'Les droits d’administration ne sont jamais accordés à un routeur.',
      de: 'Verwaltungsrechte werden nie einem Router erteilt.',
      en: 'Rights of administration are never given to a router.',
    },
  },
  'rights.for-routers-only': {
    title: {
      nl: 'Dit recht is er alleen voor routers',
      fr: 'Ce droit n’existe que pour les routeurs',
      de: 'Dieses Recht gibt es nur für Router',
      en: 'This right exists for routers only',
    },
    detail: {
      nl: 'Een eigen gebruiker kan het niet krijgen.',
      fr: 'Un utilisateur de l’entreprise ne peut pas le recevoir.',
      de: 'Ein eigener Benutzer kann es nicht erhalten.',
      en: 'A user of your own cannot be given it.',
    },
  },
  'rights.other-router-type': {
    title: {
      nl: 'Dit recht is er niet voor dit type router',
      fr: 'Ce droit n’existe pas pour ce type de routeur',
      de: 'Dieses Recht gibt es für diese Art von Router nicht',
      en: 'This right does not exist for this type of router',
    },
    detail: {
      nl: 'Het kan alleen aan een router van een ander type gegeven worden.',
      fr: 'Il ne peut être accordé qu’à un routeur d’un autre type.',
      de: 'Es kann nur einem Router anderer Art erteilt werden.',
      en: 'It can be given only to a router of another type.',
    },
  },
  'rights.excluded': {
    title: {
      nl: 'Deze rechten gaan niet samen',
      fr: 'Ces droits sont incompatibles',
      de: 'Diese Rechte schließen einander aus',
      en: 'These rights exclude each other',
    },
    detail: {
      nl: 'Kies een van beide.',
      fr: 'Choisissez l’un des deux.',
      de: 'Wählen Sie eines von beiden.',
      en: 'Choose one of the two.',
    },
  },
  'rights.profile-required': {
    title: {
      nl: 'Er is geen profiel gekozen',
      fr: 'Aucun profil n’est choisi',
      de: 'Es ist kein Profil gewählt',
      en: 'No profile is chosen',
    },
    detail: {
      nl: 'Deze toepassing kent profielen. Kies er een.',
      fr: 'Cette application connaît des profils. Choisissez-en un.',
      de: 'Diese Anwendung kennt Profile. Wählen Sie eines.',
      en: 'This application has profiles. Choose one.',
    },
  },
  'rights.profile-unknown': {
    title: {
      nl: 'Dit profiel bestaat niet',
      fr: 'Ce profil n’existe pas',
      de: 'Dieses Profil gibt es nicht',
      en: 'There is no such profile',
    },
    detail: {
      nl: 'Kies een profiel van deze toepassing.',
      fr: 'Choisissez un profil de cette application.',
      de: 'Wählen Sie ein Profil dieser Anwendung.',
      en: 'Choose a profile of this application.',
    },
  },
  'rights.profile-violated': {
    title: {
      nl: 'Dit past niet bij het profiel',
      fr: 'Ceci ne convient pas au profil',
      de: 'Das passt nicht zum Profil',
      en: 'This does not fit the profile',
    },
    detail: {
      nl: 'X: verplicht, NA: niet van toepassing, NO: niet toegestaan.',
      fr: 'X : obligatoire, NA : non applicable, NO : non autorisé.',
      de: 'X: erforderlich, NA: nicht anwendbar, NO: nicht erlaubt.',
      en: 'X: mandatory, NA: not applicable, NO: not allowed.',
    },
  },
  'rights.beyond-grantor': {
    title: {
      nl: 'Dit kunt u niet toekennen',
      fr: 'Vous ne pouvez pas accorder ceci',
      de: 'Das können Sie nicht erteilen',
      en: 'You cannot grant this',
    },
    detail: {
      nl: 'U kunt alleen rechten toekennen die u op dit ogenblik zelf hebt. Er is niets bewaard.',
      fr: 'Vous ne pouvez accorder que des droits que vous avez vous-même en ce moment. Rien n’a été enregistré.',
      de: 'Sie können nur Rechte erteilen, die Sie im Augenblick selbst haben. Es wurde nichts gespeichert.',
      en: 'You can grant only rights that you hold yourself at this moment. Nothing was saved.',
    },
  },
  'rights.revocation-not-offered': {
    title: {
      nl: 'Losse rechten worden hier niet ingetrokken',
      fr: 'Les droits isolés ne se retirent pas ici',
      de: 'Einzelne Rechte werden hier nicht entzogen',
      en: 'Single rights are not taken back here',
    },
    detail: {
      nl: 'U kunt rechten toevoegen of de hele gebruiker deactiveren. Er is niets bewaard.',
      fr: 'Vous pouvez ajouter des droits ou désactiver l’utilisateur. Rien n’a été enregistré.',
      de: 'Sie können Rechte hinzufügen oder den ganzen Benutzer deaktivieren. Es wurde nichts gespeichert.',
      en: 'You can add rights, or deactivate the whole user. Nothing was saved.',
    },
  },
  'rights.version-stale': {
    title: {
      nl: 'De rechten zijn intussen gewijzigd',
      fr: 'Les droits ont changé entre-temps',
      de: 'Die Rechte haben sich inzwischen geändert',
      en: 'The rights have changed meanwhile',
    },
    detail: {
      nl: 'Kijk opnieuw wat de gebruiker nu heeft en bewaar dan. De huidige versie is {version}.',
      fr: 'Regardez à nouveau ce que l’utilisateur possède, puis enregistrez. La version actuelle est {version}.',
      de: 'Sehen Sie noch einmal nach, was der Benutzer jetzt hat, und speichern Sie dann. Die aktuelle Version ist {version}.',
      en: 'Look again at what the user holds now, then save. The present version is {version}.',
    },
  },
  'rights.nothing-to-copy': {
    title: {
      nl: 'U hebt hier zelf geen rechten',
      fr: 'Vous n’avez aucun droit ici',
      de: 'Sie haben hier selbst keine Rechte',
      en: 'You hold no rights here yourself',
    },
    detail: {
      nl: 'Er valt niets over te nemen.',
      fr: 'Il n’y a rien à copier.',
      de: 'Es gibt nichts zu übernehmen.',
      en: 'There is nothing to copy.',
    },
  },
  'rights.not-administrator': {
    title: notAdministrator,
    detail: {
      nl: 'Wat de operator toevoegt, krijgt een actieve beheerder van het bedrijf.',
      fr: 'Ce que l’opérateur ajoute revient à un administrateur actif de l’entreprise.',
      de: 'Was der Betreiber hinzufügt, erhält ein aktiver Administrator des Unternehmens.',
      en: 'What the operator adds goes to an active administrator of the company.',
    },
  },
} as const satisfies RefusalCatalogue;
