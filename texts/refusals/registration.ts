/** Registrations by web form (WF-01) and identity checks (WF-19). */
import type { RefusalCatalogue } from './catalogue.ts';

const notNow = {
  nl: 'Dit kan nu niet met de aanvraag',
  fr: 'Ce n’est pas possible pour cette demande maintenant',
  de: 'Das ist bei dieser Anmeldung jetzt nicht möglich',
  en: 'This cannot be done with the registration now',
};
const notDecidable = {
  nl: 'Over deze aanvraag kan niet beslist worden',
  fr: 'Cette demande ne peut pas être décidée',
  de: 'Über diese Anmeldung kann nicht entschieden werden',
  en: 'This registration cannot be decided',
};
const notThisPicture = {
  nl: 'Dit bestand kan niet gebruikt worden',
  fr: 'Ce fichier ne peut pas être utilisé',
  de: 'Diese Datei kann nicht verwendet werden',
  en: 'This file cannot be used',
};

export const registrationRefusals = {
  'registration.in-review': {
    title: notNow,
    detail: {
      nl: 'Onze medewerkers bekijken de aanvraag; ze kan pas weer veranderd worden als ze wordt teruggestuurd.',
      fr: 'Nos collaborateurs examinent la demande ; elle ne peut être modifiée que si elle est renvoyée.',
      de: 'Unsere Mitarbeiter prüfen die Anmeldung; sie kann erst wieder geändert werden, wenn sie zurückgegeben wird.',
      en: 'Our staff are looking at the registration; it can be changed again only when it is returned.',
    },
  },
  'registration.submitted': {
    title: notNow,
    detail: {
      nl: 'De aanvraag is al ingediend. Bevestig het e-mailadres met de link in de mail.',
      fr: 'La demande est déjà introduite. Confirmez l’adresse e-mail à l’aide du lien reçu.',
      de: 'Die Anmeldung ist bereits eingereicht. Bestätigen Sie die E-Mail-Adresse über den Link in der E-Mail.',
      en: 'The registration is handed in already. Confirm the e-mail address by the link in the mail.',
    },
  },
  'registration.incomplete': {
    title: {
      nl: 'De aanvraag is niet volledig',
      fr: 'La demande est incomplète',
      de: 'Die Anmeldung ist unvollständig',
      en: 'The registration is not complete',
    },
    detail: {
      nl: 'Vul de verplichte velden juist in en dien de aanvraag dan in.',
      fr: 'Remplissez correctement les champs obligatoires, puis introduisez la demande.',
      de: 'Füllen Sie die Pflichtfelder richtig aus und reichen Sie die Anmeldung dann ein.',
      en: 'Fill in the required fields rightly and hand the registration in then.',
    },
  },
  'registration.unconfirmed': {
    title: notDecidable,
    detail: {
      nl: 'Het e-mailadres is niet bevestigd. De aanvrager kan een nieuwe link vragen.',
      fr: 'L’adresse e-mail n’est pas confirmée. Le demandeur peut demander un nouveau lien.',
      de: 'Die E-Mail-Adresse ist nicht bestätigt. Der Antragsteller kann einen neuen Link anfordern.',
      en: 'The e-mail address is not confirmed. The applicant can ask for a new link.',
    },
  },
  'registration.not-submitted': {
    title: notDecidable,
    detail: {
      nl: 'De aanvraag ligt bij de aanvrager en is niet ingediend.',
      fr: 'La demande est chez le demandeur et n’est pas introduite.',
      de: 'Die Anmeldung liegt beim Antragsteller und ist nicht eingereicht.',
      en: 'The registration is with the applicant and not handed in.',
    },
  },
  'registration.confirmed': {
    title: notNow,
    detail: {
      nl: 'Het e-mailadres is al bevestigd.',
      fr: 'L’adresse e-mail est déjà confirmée.',
      de: 'Die E-Mail-Adresse ist bereits bestätigt.',
      en: 'The e-mail address is confirmed already.',
    },
  },
  'registration.withdrawn': {
    title: notNow,
    detail: {
      nl: 'De aanvrager heeft de aanvraag ingetrokken.',
      fr: 'Le demandeur a retiré la demande.',
      de: 'Der Antragsteller hat die Anmeldung zurückgezogen.',
      en: 'The applicant has withdrawn the registration.',
    },
  },
  'registration.approved': {
    title: notNow,
    detail: {
      nl: 'De aanvraag is goedgekeurd; de uitnodiging is verstuurd.',
      fr: 'La demande est approuvée ; l’invitation est envoyée.',
      de: 'Die Anmeldung ist genehmigt; die Einladung ist verschickt.',
      en: 'The registration is approved; the invitation has been sent.',
    },
  },
  'registration.not-approved': {
    title: notNow,
    detail: {
      nl: 'Een uitnodiging volgt pas als de aanvraag is goedgekeurd.',
      fr: 'L’invitation ne suit que lorsque la demande est approuvée.',
      de: 'Eine Einladung folgt erst, wenn die Anmeldung genehmigt ist.',
      en: 'An invitation follows only when the registration is approved.',
    },
  },
  'registration.closed': {
    title: notNow,
    detail: {
      nl: 'De aanvraag is afgesloten. Het antwoord staat in de mail aan het bevestigde adres; een nieuw formulier kan altijd.',
      fr: 'La demande est clôturée. La réponse figure dans le message envoyé à l’adresse confirmée ; un nouveau formulaire est toujours possible.',
      de: 'Die Anmeldung ist abgeschlossen. Die Antwort steht in der E-Mail an die bestätigte Adresse; ein neues Formular ist jederzeit möglich.',
      en: 'The registration is closed. The answer is in the mail to the confirmed address; a new form can be filled in at any time.',
    },
  },
  'registration.no-company': {
    title: notDecidable,
    detail: {
      nl: 'Er is geen bedrijf met dit ondernemingsnummer: er is niemand om naar door te verwijzen.',
      fr: 'Aucune entreprise ne porte ce numéro : il n’y a personne vers qui orienter.',
      de: 'Es gibt kein Unternehmen mit dieser Nummer: Es ist niemand da, an den verwiesen werden kann.',
      en: 'There is no company of this enterprise number: there is nobody to refer to.',
    },
  },
  'registration.has-administrator': {
    title: notDecidable,
    detail: {
      nl: 'Dit bedrijf heeft al een beheerder. Verwijs de aanvrager door; wie het is, hoort hij niet.',
      fr: 'Cette entreprise a déjà un administrateur. Orientez le demandeur ; son identité ne lui est pas dite.',
      de: 'Dieses Unternehmen hat bereits einen Administrator. Verweisen Sie den Antragsteller; wer es ist, erfährt er nicht.',
      en: 'This company has an administrator already. Refer the applicant; he does not hear who it is.',
    },
  },
  'registration.recovery-needed': {
    title: notDecidable,
    detail: {
      nl: 'De enige beheerder van dit bedrijf is weg. Een formulier volstaat niet: kies doorverwijzen, dan wijst de mail de herstelweg met een brief naar het geregistreerde adres.',
      fr: 'Le seul administrateur de cette entreprise n’est plus là. Un formulaire ne suffit pas : choisissez d’orienter, et le message indique la voie de récupération par lettre à l’adresse enregistrée.',
      de: 'Der einzige Administrator dieses Unternehmens ist weg. Ein Formular genügt nicht: Wählen Sie Verweisen, dann nennt die E-Mail den Weg der Wiederherstellung mit einem Brief an die eingetragene Adresse.',
      en: 'The only administrator of this company is gone. A form is not enough: refer the case, and the mail names the recovery route with a letter to the registered address.',
    },
  },
  'registration.identity-missing': {
    title: notDecidable,
    detail: {
      nl: 'Dit merk vraagt een identiteitsbewijs en dat is nog niet goed bevonden.',
      fr: 'Cette marque demande une pièce d’identité, qui n’a pas encore été validée.',
      de: 'Diese Marke verlangt einen Ausweis, und dieser ist noch nicht für gut befunden.',
      en: 'This brand asks for an identity document, and none has passed yet.',
    },
  },
  'registration.invitation-out': {
    title: notNow,
    detail: {
      nl: 'Er is nog een uitnodiging onderweg. Gebruik de laatste mail.',
      fr: 'Une invitation est encore en cours. Utilisez le dernier message.',
      de: 'Eine Einladung ist noch unterwegs. Verwenden Sie die letzte E-Mail.',
      en: 'An invitation is still out. Use the latest mail.',
    },
  },
  'registration.unknown-form': {
    title: {
      nl: 'Dit formulier bestaat niet',
      fr: 'Ce formulaire n’existe pas',
      de: 'Dieses Formular gibt es nicht',
      en: 'There is no such form',
    },
    detail: {
      nl: 'Kies een van de formulieren die nu worden aangeboden.',
      fr: 'Choisissez l’un des formulaires proposés actuellement.',
      de: 'Wählen Sie eines der zurzeit angebotenen Formulare.',
      en: 'Choose one of the forms that are offered now.',
    },
  },
  'registration.no-identity-document': {
    title: notNow,
    detail: {
      nl: 'Voor deze aanvraag is geen identiteitsbewijs nodig; wij bewaren er geen.',
      fr: 'Aucune pièce d’identité n’est demandée pour cette demande ; nous n’en conservons pas.',
      de: 'Für diese Anmeldung wird kein Ausweis benötigt; wir bewahren keinen auf.',
      en: 'This registration needs no identity document; we keep none.',
    },
  },
  'identity-check.over': {
    title: notNow,
    detail: {
      nl: 'Deze controle is voorbij en het beeld is vernietigd.',
      fr: 'Ce contrôle est terminé et l’image est détruite.',
      de: 'Diese Prüfung ist vorbei und das Bild ist vernichtet.',
      en: 'This check is over and the picture is destroyed.',
    },
  },
  'identity-check.no-document': {
    title: notNow,
    detail: {
      nl: 'Er ligt nu geen identiteitsbewijs om te bekijken.',
      fr: 'Il n’y a pas de pièce d’identité à examiner pour le moment.',
      de: 'Zurzeit liegt kein Ausweis zur Prüfung vor.',
      en: 'No identity document lies there to look at now.',
    },
  },
  'identity-check.document-there': {
    title: notNow,
    detail: {
      nl: 'Er ligt al een identiteitsbewijs; wij bekijken dat eerst.',
      fr: 'Une pièce d’identité est déjà là ; nous l’examinons d’abord.',
      de: 'Ein Ausweis liegt bereits vor; wir prüfen ihn zuerst.',
      en: 'An identity document lies there already; we look at that one first.',
    },
  },
  'identity-document.wrong-type': {
    title: notThisPicture,
    detail: {
      nl: 'Stuur een PDF, een JPEG of een PNG; de inhoud telt, niet de naam.',
      fr: 'Envoyez un PDF, un JPEG ou un PNG ; c’est le contenu qui compte, pas le nom.',
      de: 'Senden Sie eine PDF-, JPEG- oder PNG-Datei; es zählt der Inhalt, nicht der Name.',
      en: 'Send a PDF, a JPEG or a PNG; what counts is the content, not the name.',
    },
  },
  'identity-document.damaged': {
    title: notThisPicture,
    detail: {
      nl: 'Het bestand is beschadigd of bevat meer dan één beeld of document. Maak het opnieuw.',
      fr: 'Le fichier est endommagé ou contient autre chose qu’une image ou un document. Refaites-le.',
      de: 'Die Datei ist beschädigt oder enthält mehr als ein Bild oder Dokument. Erstellen Sie sie neu.',
      en: 'The file is damaged or holds more than one picture or document. Make it anew.',
    },
  },
  'identity-document.too-large': {
    title: notThisPicture,
    detail: {
      nl: 'Het beeld heeft te veel beeldpunten of bladzijden. Maak een kleiner beeld.',
      fr: 'L’image compte trop de pixels ou de pages. Faites une image plus petite.',
      de: 'Das Bild hat zu viele Bildpunkte oder Seiten. Erstellen Sie ein kleineres Bild.',
      en: 'The picture has too many pixels or pages. Make a smaller one.',
    },
  },
} satisfies RefusalCatalogue;
