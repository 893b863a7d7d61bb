/** Refusals around routers: the directory, what a client asked for, and what he gives (RT-01 to RT-07). */
import type { RefusalCatalogue } from './catalogue.ts';

export const routerRefusals = {
  'router.closed': {
    title: {
      nl: 'Deze router staat niet meer in de lijst',
      fr: 'Ce routeur ne figure plus dans la liste',
      de: 'Dieser Router steht nicht mehr im Verzeichnis',
      en: 'This router is no longer listed',
    },
    detail: {
      nl: 'Kies een andere router uit de lijst.',
      fr: 'Choisissez un autre routeur dans la liste.',
      de: 'Wählen Sie einen anderen Router aus dem Verzeichnis.',
      en: 'Choose another router from the directory.',
    },
  },
  'router.version-stale': {
    title: {
      nl: 'De router is intussen gewijzigd',
      fr: 'Le routeur a été modifié entre-temps',
      de: 'Der Router wurde inzwischen geändert',
      en: 'The router was changed in the meantime',
    },
    detail: {
      nl: 'Bekijk hem opnieuw en probeer het nog eens.',
      fr: 'Consultez-le à nouveau et réessayez.',
      de: 'Sehen Sie ihn sich erneut an und versuchen Sie es noch einmal.',
      en: 'Look at it again and try once more.',
    },
  },
  'router.in-use': {
    title: {
      nl: 'Klanten hebben deze router rechten gegeven',
      fr: 'Des clients ont accordé des droits à ce routeur',
      de: 'Kunden haben diesem Router Rechte erteilt',
      en: 'Clients have given this router rights',
    },
    detail: {
      nl: 'Hij blijft in de lijst tot niemand er nog rechten aan geeft.',
      fr: 'Il reste dans la liste tant que quelqu’un lui accorde des droits.',
      de: 'Er bleibt im Verzeichnis, solange ihm jemand Rechte erteilt.',
      en: 'It stays in the directory as long as anybody gives it rights.',
    },
  },
  'router.unknown': {
    title: {
      nl: 'Deze router kennen we niet',
      fr: 'Nous ne connaissons pas ce routeur',
      de: 'Diesen Router kennen wir nicht',
      en: 'We do not know this router',
    },
    detail: {
      nl: 'Noem een router uit de lijst van hetzelfde merk.',
      fr: 'Indiquez un routeur de la liste de la même marque.',
      de: 'Nennen Sie einen Router aus dem Verzeichnis derselben Marke.',
      en: 'Name a router of the directory of the same brand.',
    },
  },
  'router.not-invitable': {
    title: {
      nl: 'Deze router kan niet worden uitgenodigd',
      fr: 'Ce routeur ne peut pas être invité',
      de: 'Dieser Router kann nicht eingeladen werden',
      en: 'This router cannot be invited',
    },
    detail: {
      nl: 'Hij heeft nog geen account. Geef het ondernemingsnummer en een e-mailadres op waar de uitnodiging heen kan.',
      fr: 'Il n’a pas encore de compte. Indiquez son numéro d’entreprise et une adresse e-mail pour l’invitation.',
      de: 'Er hat noch kein Konto. Geben Sie die Unternehmensnummer und eine E-Mail-Adresse für die Einladung an.',
      en: 'It has no account yet. Give its enterprise number and an e-mail address to which the invitation can go.',
    },
  },
  'router.brand-unknown': {
    title: {
      nl: 'Dit merk bestaat niet',
      fr: 'Cette marque n’existe pas',
      de: 'Diese Marke gibt es nicht',
      en: 'There is no such brand',
    },
    detail: {
      nl: 'Noem het merk in wiens lijst de router komt.',
      fr: 'Indiquez la marque dont la liste comprendra le routeur.',
      de: 'Nennen Sie die Marke, in deren Verzeichnis der Router stehen soll.',
      en: 'Name the brand in whose directory the router is to stand.',
    },
  },
  'router.listed-already': {
    title: {
      nl: 'Deze router staat al in de lijst',
      fr: 'Ce routeur figure déjà dans la liste',
      de: 'Dieser Router steht schon im Verzeichnis',
      en: 'This router stands in the directory already',
    },
    detail: {
      nl: 'Op dit adres staat hij er onder nummer {number}.',
      fr: 'À cette adresse, il porte le numéro {number}.',
      de: 'An dieser Adresse steht er unter der Nummer {number}.',
      en: 'At this address it stands under the number {number}.',
    },
  },
  'router.company-listed': {
    title: {
      nl: 'Dit bedrijf staat al in de lijst',
      fr: 'Cette entreprise figure déjà dans la liste',
      de: 'Dieses Unternehmen steht schon im Verzeichnis',
      en: 'This company is listed already',
    },
    detail: {
      nl: 'Neem de router die er staat.',
      fr: 'Prenez le routeur qui s’y trouve.',
      de: 'Nehmen Sie den Router, der dort steht.',
      en: 'Take the router that stands there.',
    },
  },
  'router.own-company': {
    title: {
      nl: 'Dit is uw eigen bedrijf',
      fr: 'C’est votre propre entreprise',
      de: 'Das ist Ihr eigenes Unternehmen',
      en: 'This is your own company',
    },
    detail: {
      nl: 'Geef uw mensen hun rechten rechtstreeks.',
      fr: 'Accordez leurs droits directement à vos collaborateurs.',
      de: 'Erteilen Sie Ihren Leuten ihre Rechte direkt.',
      en: 'Give your people their rights directly.',
    },
  },
  'router.no-further-router': {
    title: {
      nl: 'Een router geeft geen rechten aan een router',
      fr: 'Un routeur n’accorde pas de droits à un routeur',
      de: 'Ein Router erteilt keinem Router Rechte',
      en: 'A router gives no rights to a router',
    },
    detail: {
      nl: 'Vraag de klant om die router zelf rechten te geven.',
      fr: 'Demandez au client d’accorder lui-même des droits à ce routeur.',
      de: 'Bitten Sie den Kunden, diesem Router selbst Rechte zu erteilen.',
      en: 'Ask the client to give that router rights himself.',
    },
  },
  'router-onboarding.known': {
    title: {
      nl: 'Deze router staat al in de lijst',
      fr: 'Ce routeur figure déjà dans la liste',
      de: 'Dieser Router steht schon im Verzeichnis',
      en: 'This router is listed already',
    },
    detail: {
      nl: 'Hij staat er met diezelfde naam en dat adres, onder nummer {number}.',
      fr: 'Il y figure sous ce nom et à cette adresse, avec le numéro {number}.',
      de: 'Er steht dort unter diesem Namen und dieser Adresse mit der Nummer {number}.',
      en: 'It stands there under that name and address, with number {number}.',
    },
  },
  'router-onboarding.open': {
    title: {
      nl: 'Deze router is al gevraagd',
      fr: 'Ce routeur a déjà été demandé',
      de: 'Dieser Router wurde schon angefragt',
      en: 'This router was asked for already',
    },
    detail: {
      nl: 'Uw bedrijf wacht al op een antwoord hierover.',
      fr: 'Votre entreprise attend déjà une réponse à ce sujet.',
      de: 'Ihr Unternehmen wartet hierzu schon auf eine Antwort.',
      en: 'Your company waits for an answer about it already.',
    },
  },
  'router-onboarding.over': {
    title: {
      nl: 'Deze vraag is afgehandeld',
      fr: 'Cette demande est close',
      de: 'Diese Anfrage ist erledigt',
      en: 'This asking is over',
    },
    detail: {
      nl: 'Er kan niets meer aan veranderen.',
      fr: 'Plus rien ne peut y changer.',
      de: 'Daran kann sich nichts mehr ändern.',
      en: 'Nothing about it can change any more.',
    },
  },
  'router-onboarding.listed': {
    title: {
      nl: 'De router staat al in de lijst',
      fr: 'Le routeur figure déjà dans la liste',
      de: 'Der Router steht schon im Verzeichnis',
      en: 'The router is listed already',
    },
    detail: {
      nl: 'Er is al over beslist.',
      fr: 'La décision est déjà prise.',
      de: 'Darüber ist schon entschieden.',
      en: 'It has been decided already.',
    },
  },
  'router-onboarding.not-listed': {
    title: {
      nl: 'De router staat nog niet in de lijst',
      fr: 'Le routeur ne figure pas encore dans la liste',
      de: 'Der Router steht noch nicht im Verzeichnis',
      en: 'The router is not listed yet',
    },
    detail: {
      nl: 'Wacht tot de operator hem heeft nagekeken.',
      fr: 'Attendez que l’opérateur l’ait vérifié.',
      de: 'Warten Sie, bis der Betreiber ihn geprüft hat.',
      en: 'Wait until the operator has vetted it.',
    },
  },
  'router-onboarding.no-account': {
    title: {
      nl: 'De router heeft nog geen account',
      fr: 'Le routeur n’a pas encore de compte',
      de: 'Der Router hat noch kein Konto',
      en: 'The router has no account yet',
    },
    detail: {
      nl: 'Het bedrijf moet zich eerst registreren.',
      fr: 'L’entreprise doit d’abord s’enregistrer.',
      de: 'Das Unternehmen muss sich zuerst registrieren.',
      en: 'The company must register first.',
    },
  },
} satisfies RefusalCatalogue;
