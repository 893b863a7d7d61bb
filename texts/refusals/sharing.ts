/** Shared users, and the past that comes after a consent (WF-35, WF-36). */
import type { RefusalCatalogue } from './catalogue.ts';

export const sharingRefusals = {
  'sharing.consumer': {
    title: {
      nl: 'Een account van een particulier kunt u niet delen',
      fr: 'Un compte de particulier ne se partage pas',
      de: 'Das Konto einer Privatperson lässt sich nicht teilen',
      en: 'The account of a consumer cannot be shared',
    },
    detail: {
      nl: 'Delen kan alleen met een account op ondernemingsnummer: facturen van een particulier zijn voor hem alleen. Hebt u een onderneming, maak dan met een nieuwe code een account op haar ondernemingsnummer. Anders downloadt u een document en geeft u het zelf door; deel nooit uw wachtwoord.',
      fr: 'Le partage n’est possible qu’avec un compte au numéro d’entreprise : les factures d’un particulier ne regardent que lui. Si vous avez une entreprise, créez avec un nouveau code un compte à son numéro d’entreprise. Sinon, téléchargez un document et transmettez-le vous-même ; ne partagez jamais votre mot de passe.',
      de: 'Teilen lässt sich nur ein Konto mit Unternehmensnummer: Rechnungen einer Privatperson gehen nur sie an. Haben Sie ein Unternehmen, erstellen Sie mit einem neuen Code ein Konto mit dessen Unternehmensnummer. Sonst laden Sie ein Dokument herunter und geben es selbst weiter; teilen Sie nie Ihr Passwort.',
      en: 'Only an account with an enterprise number can be shared: the invoices of a consumer are his alone. If you have a company, create an account on its enterprise number with a new code. Otherwise download a document and hand it on yourself; never share your password.',
    },
  },
  'sharing.with-oneself': {
    title: {
      nl: 'Dit bent u zelf',
      fr: 'C’est vous-même',
      de: 'Das sind Sie selbst',
      en: 'That is you',
    },
    detail: {
      nl: 'U ziet alles van dit account al.',
      fr: 'Vous voyez déjà tout ce compte.',
      de: 'Sie sehen schon alles in diesem Konto.',
      en: 'You see everything of this account already.',
    },
  },
  'sharing.exists': {
    title: {
      nl: 'Met dit adres deelt u al',
      fr: 'Vous partagez déjà avec cette adresse',
      de: 'Mit dieser Adresse teilen Sie schon',
      en: 'You share with this address already',
    },
    detail: {
      nl: 'Pas de aangevinkte klantnummers aan, of verstuur de uitnodiging opnieuw.',
      fr: 'Modifiez les numéros de client cochés, ou renvoyez l’invitation.',
      de: 'Ändern Sie die angekreuzten Kundennummern, oder senden Sie die Einladung erneut.',
      en: 'Change the ticked customer numbers, or send the invitation again.',
    },
  },
  'sharing.not-received': {
    title: {
      nl: 'Dit klantnummer zit niet in uw account',
      fr: 'Ce numéro de client n’est pas dans votre compte',
      de: 'Diese Kundennummer ist nicht in Ihrem Konto',
      en: 'This customer number is not in your account',
    },
    detail: {
      nl: 'U kunt alleen delen wat dit account ontvangt.',
      fr: 'Vous ne pouvez partager que ce que ce compte reçoit.',
      de: 'Sie können nur teilen, was dieses Konto erhält.',
      en: 'You can only share what this account receives.',
    },
  },
  'sharing.not-open': {
    title: {
      nl: 'Deze uitnodiging staat niet meer open',
      fr: 'Cette invitation n’est plus ouverte',
      de: 'Diese Einladung ist nicht mehr offen',
      en: 'This invitation is no longer open',
    },
    detail: {
      nl: 'Ze is aanvaard of verlopen. Een verlopen uitnodiging begint u opnieuw.',
      fr: 'Elle est acceptée ou expirée. Recommencez une invitation expirée.',
      de: 'Sie wurde angenommen oder ist abgelaufen. Eine abgelaufene beginnen Sie neu.',
      en: 'It was accepted or has ended. Begin one that has ended anew.',
    },
  },
  'sharing.language-his-own': {
    title: {
      nl: 'Zijn taal kiest hij nu zelf',
      fr: 'Il choisit désormais lui-même sa langue',
      de: 'Seine Sprache wählt er jetzt selbst',
      en: 'He chooses his language himself by now',
    },
    detail: {
      nl: 'Sinds hij aanvaardde, geldt de taal die hij in zijn eigen gegevens kiest.',
      fr: 'Depuis qu’il a accepté, la langue qu’il choisit dans ses propres données fait foi.',
      de: 'Seit er angenommen hat, gilt die Sprache, die er in seinen eigenen Daten wählt.',
      en: 'Since he accepted, the language that he chooses among his own data counts.',
    },
  },
  'sharing.log-in-exists': {
    title: {
      nl: 'U kunt hier al inloggen',
      fr: 'Vous pouvez déjà vous connecter ici',
      de: 'Sie können sich hier schon anmelden',
      en: 'You can log in here already',
    },
    detail: {
      nl: 'Log in met dit e-mailadres en aanvaard de uitnodiging daarna; de link blijft werken. Wachtwoord kwijt? Vraag een nieuw aan.',
      fr: 'Connectez-vous avec cette adresse puis acceptez l’invitation ; le lien reste valable. Mot de passe perdu ? Demandez-en un nouveau.',
      de: 'Melden Sie sich mit dieser Adresse an und nehmen Sie die Einladung dann an; der Link gilt weiter. Passwort vergessen? Fordern Sie ein neues an.',
      en: 'Log in with this address and accept the invitation then; the link goes on working. Lost your password? Ask for a new one.',
    },
  },
  'sharing.other-address': {
    title: {
      nl: 'Deze uitnodiging is voor een ander e-mailadres',
      fr: 'Cette invitation est destinée à une autre adresse',
      de: 'Diese Einladung gilt einer anderen Adresse',
      en: 'This invitation is for another e-mail address',
    },
    detail: {
      nl: 'Log uit en kies een wachtwoord via de link, of vraag een uitnodiging op het adres waarmee u hier bekend bent.',
      fr: 'Déconnectez-vous et choisissez un mot de passe par le lien, ou demandez une invitation à l’adresse connue ici.',
      de: 'Melden Sie sich ab und wählen Sie über den Link ein Passwort, oder bitten Sie um eine Einladung an die Adresse, unter der Sie hier bekannt sind.',
      en: 'Log out and choose a password by the link, or ask for an invitation at the address by which you are known here.',
    },
  },
  'history-backfill.over': {
    title: {
      nl: 'Hier komt niets meer',
      fr: 'Plus rien n’arrivera ici',
      de: 'Hier kommt nichts mehr',
      en: 'Nothing more comes here',
    },
    detail: {
      nl: 'Alle eerdere documenten zijn er, of de rest is geschrapt.',
      fr: 'Tous les documents antérieurs sont là, ou le reste a été abandonné.',
      de: 'Alle früheren Dokumente sind da, oder der Rest wurde verworfen.',
      en: 'All earlier documents are there, or the rest was dropped.',
    },
  },
  'history-backfill.paused': {
    title: {
      nl: 'Dit is al gepauzeerd',
      fr: 'C’est déjà en pause',
      de: 'Dies ist schon angehalten',
      en: 'This is paused already',
    },
    detail: {
      nl: 'Hervat het, of laat de rest vallen.',
      fr: 'Reprenez, ou abandonnez le reste.',
      de: 'Setzen Sie es fort, oder verwerfen Sie den Rest.',
      en: 'Resume it, or drop the rest.',
    },
  },
  'history-backfill.not-paused': {
    title: {
      nl: 'Dit is niet gepauzeerd',
      fr: 'Ce n’est pas en pause',
      de: 'Dies ist nicht angehalten',
      en: 'This is not paused',
    },
    detail: {
      nl: 'De documenten komen vanzelf verder.',
      fr: 'Les documents continuent d’arriver.',
      de: 'Die Dokumente kommen von selbst weiter.',
      en: 'The documents go on coming by themselves.',
    },
  },
} satisfies RefusalCatalogue;
