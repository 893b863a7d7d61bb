/** Refusals of a scan: what is wrong with the file a site sent. */
import type { RefusalCatalogue } from './catalogue.ts';

export const scanRefusals = {
  'scan.not-a-pdf': {
    title: {
      nl: 'De scan is geen PDF',
      fr: 'La numérisation n’est pas un PDF',
      de: 'Der Scan ist kein PDF',
      en: 'The scan is not a PDF',
    },
    detail: {
      nl: 'De inhoud van het bestand is geen PDF, wat de naam of het type ook zegt.',
      fr: 'Le contenu du fichier n’est pas un PDF, quoi que disent son nom ou son type.',
      de: 'Der Inhalt der Datei ist kein PDF, was auch immer Name oder Typ sagen.',
      en: 'The content of the file is not a PDF, whatever its name or type says.',
    },
  },
  'scan.encrypted': {
    title: {
      nl: 'De scan is versleuteld',
      fr: 'La numérisation est chiffrée',
      de: 'Der Scan ist verschlüsselt',
      en: 'The scan is encrypted',
    },
    detail: {
      nl: 'De PDF is met een wachtwoord of rechten beveiligd. Lever hem zonder beveiliging aan.',
      fr: 'Le PDF est protégé par un mot de passe ou des droits. Envoyez-le sans protection.',
      de: 'Das PDF ist durch ein Passwort oder Rechte geschützt. Liefern Sie es ohne Schutz.',
      en: 'The PDF is protected by a password or permissions. Deliver it without protection.',
    },
  },
  'scan.no-pages': {
    title: {
      nl: 'De scan heeft geen pagina’s',
      fr: 'La numérisation ne contient aucune page',
      de: 'Der Scan hat keine Seiten',
      en: 'The scan has no pages',
    },
    detail: {
      nl: 'De PDF is leeg. Scan het poststuk opnieuw.',
      fr: 'Le PDF est vide. Numérisez l’envoi à nouveau.',
      de: 'Das PDF ist leer. Scannen Sie die Sendung noch einmal.',
      en: 'The PDF is empty. Scan the letter again.',
    },
  },
  'scan.damaged': {
    title: {
      nl: 'De scan is beschadigd',
      fr: 'La numérisation est endommagée',
      de: 'Der Scan ist beschädigt',
      en: 'The scan is damaged',
    },
    detail: {
      nl: 'De opbouw van de PDF klopt niet. Scan het poststuk opnieuw.',
      fr: 'La structure du PDF est incorrecte. Numérisez l’envoi à nouveau.',
      de: 'Der Aufbau des PDF stimmt nicht. Scannen Sie die Sendung noch einmal.',
      en: 'The structure of the PDF is wrong. Scan the letter again.',
    },
  },
  'scan.too-many-pages': {
    title: {
      nl: 'De scan heeft te veel pagina’s',
      fr: 'La numérisation compte trop de pages',
      de: 'Der Scan hat zu viele Seiten',
      en: 'The scan has too many pages',
    },
    detail: {
      nl: 'De PDF heeft meer pagina’s dan toegestaan is. Het maximum is {maxPages} pagina’s.',
      fr: 'Le PDF compte plus de pages que permis. Le maximum est de {maxPages} pages.',
      de: 'Das PDF hat mehr Seiten als erlaubt. Das Höchstmaß sind {maxPages} Seiten.',
      en: 'The PDF has more pages than allowed. The maximum is {maxPages} pages.',
    },
  },
  'scan.too-large': {
    title: {
      nl: 'De scan is te groot',
      fr: 'La numérisation est trop volumineuse',
      de: 'Der Scan ist zu groß',
      en: 'The scan is too large',
    },
    detail: {
      nl: 'De PDF is groter dan toegestaan is. Het maximum is {maxBytes:megabytes}.',
      fr: 'Le PDF dépasse la taille permise. Le maximum est de {maxBytes:megabytes}.',
      de: 'Das PDF ist größer als erlaubt. Das Höchstmaß ist {maxBytes:megabytes}.',
      en: 'The PDF is larger than allowed. The maximum is {maxBytes:megabytes}.',
    },
  },
  'scan.check-timed-out': {
    title: {
      nl: 'De scan kon niet op tijd nagekeken worden',
      fr: 'La numérisation n’a pas pu être vérifiée à temps',
      de: 'Der Scan konnte nicht rechtzeitig geprüft werden',
      en: 'The scan could not be checked in time',
    },
    detail: {
      nl: 'Het nakijken van de PDF duurde te lang. Scan het poststuk opnieuw, met een lagere resolutie.',
      fr: 'La vérification du PDF a duré trop longtemps. Numérisez à nouveau l’envoi, avec une résolution plus basse.',
      de: 'Die Prüfung des PDF dauerte zu lange. Scannen Sie die Sendung noch einmal mit geringerer Auflösung.',
      en: 'Checking the PDF took too long. Scan the letter again at a lower resolution.',
    },
  },
  'scan.too-costly': {
    title: {
      nl: 'De scan is te zwaar om na te kijken',
      fr: 'La numérisation est trop lourde à vérifier',
      de: 'Der Scan ist zu aufwendig zu prüfen',
      en: 'The scan is too heavy to check',
    },
    detail: {
      nl: 'Het nakijken van de PDF vraagt meer geheugen dan toegestaan is. Scan het poststuk opnieuw.',
      fr: 'La vérification du PDF demande plus de mémoire que permis. Numérisez l’envoi à nouveau.',
      de: 'Die Prüfung des PDF braucht mehr Speicher als erlaubt. Scannen Sie die Sendung noch einmal.',
      en: 'Checking the PDF takes more memory than allowed. Scan the letter again.',
    },
  },
  'scan.unreadable': {
    title: {
      nl: 'Deze scan kan niet gelezen worden',
      fr: 'Cette numérisation est illisible',
      de: 'Dieser Scan kann nicht gelesen werden',
      en: 'This scan cannot be read',
    },
    detail: {
      nl: 'Wat bewaard is, is beschadigd. Onze medewerkers zijn gewaarschuwd; het papier is niet betrokken.',
      fr: 'Ce qui est conservé est endommagé. Nos collaborateurs sont prévenus ; le papier n’est pas concerné.',
      de: 'Das Gespeicherte ist beschädigt. Unsere Mitarbeiter wurden benachrichtigt; das Papier ist nicht betroffen.',
      en: 'What is stored is damaged. Our staff have been alerted; the paper is not concerned.',
    },
  },
} satisfies RefusalCatalogue;
