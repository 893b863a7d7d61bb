/** Codes, the batches they are made in, and the customers they are made for (WF-30). */
import type { RefusalCatalogue } from './catalogue.ts';

export const activationCodeRefusals = {
  'activation-code.unusable': {
    title: {
      nl: 'Deze code werkt niet',
      fr: 'Ce code ne fonctionne pas',
      de: 'Dieser Code gilt nicht',
      en: 'This code does not work',
    },
    detail: {
      nl: 'Gebruik de code uit uw laatste brief of mail; een nieuwe code vervangt de vorige. Een code werkt {weeks} weken vanaf de dag waarop hij u werd aangekondigd. Is hij ouder, of hebt u hem niet meer, vraag de uitgever dan een nieuwe en vermeld uw klantcode. Hebt u al een account, log dan in en voeg de code daar toe.',
      fr: 'Utilisez le code de votre dernière lettre ou de votre dernier message ; un nouveau code remplace le précédent. Un code fonctionne {weeks} semaines à partir du jour où il vous a été annoncé. S’il est plus ancien, ou si vous ne l’avez plus, demandez-en un nouveau à l’émetteur en citant votre code client. Si vous avez déjà un compte, connectez-vous et ajoutez-y le code.',
      de: 'Verwenden Sie den Code aus Ihrem letzten Brief oder Ihrer letzten E-Mail; ein neuer Code ersetzt den vorigen. Ein Code gilt {weeks} Wochen ab dem Tag, an dem er Ihnen angekündigt wurde. Ist er älter oder haben Sie ihn nicht mehr, bitten Sie den Aussteller unter Angabe Ihres Kundencodes um einen neuen. Haben Sie schon ein Konto, melden Sie sich an und fügen Sie den Code dort hinzu.',
      en: 'Use the code of your latest letter or mail; a new code replaces the one before. A code works for {weeks} weeks from the day on which you were told of it. If it is older, or you no longer have it, ask the issuer for a new one and quote your client code. If you have an account already, log in and add the code there.',
    },
  },
  'activation-code.over': {
    title: {
      nl: 'Deze code is niet meer van kracht',
      fr: 'Ce code n’est plus en vigueur',
      de: 'Dieser Code ist nicht mehr gültig',
      en: 'This code is no longer in force',
    },
    detail: {
      nl: 'Hij is verlopen, vervangen of ingetrokken. Maak een nieuwe code voor deze klant.',
      fr: 'Il est expiré, remplacé ou retiré. Créez un nouveau code pour ce client.',
      de: 'Er ist abgelaufen, ersetzt oder zurückgezogen. Erstellen Sie einen neuen Code für diesen Kunden.',
      en: 'It has expired, was superseded or revoked. Make a new code for this customer.',
    },
  },
  'activation-code.used': {
    title: {
      nl: 'Deze code is al gebruikt',
      fr: 'Ce code a déjà servi',
      de: 'Dieser Code ist schon benutzt',
      en: 'This code has been used already',
    },
    detail: {
      nl: 'Een gebruikte code kan niet worden ingetrokken. De klant kiest zelf of hij terugkeert naar papier.',
      fr: 'Un code utilisé ne peut plus être retiré. C’est le client qui choisit de revenir au papier.',
      de: 'Ein benutzter Code kann nicht zurückgezogen werden. Der Kunde entscheidet selbst, ob er zum Papier zurückkehrt.',
      en: 'A used code cannot be revoked. It is for the customer to go back to paper.',
    },
  },
  'activation-code.live': {
    title: {
      nl: 'Deze klant heeft al een code',
      fr: 'Ce client a déjà un code',
      de: 'Dieser Kunde hat schon einen Code',
      en: 'This customer has a code already',
    },
    detail: {
      nl: 'De rij is overgeslagen. Zet `yes` in de kolom `supersede` om de vorige code te vervangen.',
      fr: 'La ligne a été ignorée. Indiquez `yes` dans la colonne `supersede` pour remplacer le code précédent.',
      de: 'Die Zeile wurde übersprungen. Schreiben Sie `yes` in die Spalte `supersede`, um den vorigen Code zu ersetzen.',
      en: 'The row was skipped. Write `yes` in the column `supersede` to replace the code before.',
    },
  },
  'activation-code.announced-in-future': {
    title: {
      nl: 'Deze dag moet nog komen',
      fr: 'Ce jour n’est pas encore arrivé',
      de: 'Dieser Tag kommt erst noch',
      en: 'This day is yet to come',
    },
    detail: {
      nl: 'Een aankondiging is een feit: meld ze op de dag zelf of later. De laatste mogelijke dag is {latest:when}.',
      fr: 'Une annonce est un fait : signalez-la le jour même ou plus tard. Le dernier jour possible est le {latest:when}.',
      de: 'Eine Ankündigung ist eine Tatsache: Melden Sie sie am selben Tag oder später. Der letzte mögliche Tag ist {latest:when}.',
      en: 'An announcement is a fact: report it on the day or later. The last possible day is {latest:when}.',
    },
  },
  'activation-code.announced-before-creation': {
    title: {
      nl: 'Toen bestond deze code nog niet',
      fr: 'Ce code n’existait pas encore',
      de: 'Damals gab es diesen Code noch nicht',
      en: 'This code did not exist then',
    },
    detail: {
      nl: 'De code werd gemaakt op {earliest:when}; een aankondiging kan niet van vroeger zijn.',
      fr: 'Le code a été créé le {earliest:when} ; une annonce ne peut pas être antérieure.',
      de: 'Der Code wurde am {earliest:when} erstellt; eine Ankündigung kann nicht von früher sein.',
      en: 'The code was made on {earliest:when}; an announcement cannot be from before.',
    },
  },
  'client-code.unknown-prefix': {
    title: {
      nl: 'Deze klantcode is niet van u',
      fr: 'Ce code client n’est pas le vôtre',
      de: 'Dieser Kundencode ist nicht Ihrer',
      en: 'This client code is not yours',
    },
    detail: {
      nl: 'Een klantcode begint met {prefixes}, gevolgd door het klantnummer: cijfers en letters, ten hoogste 32.',
      fr: 'Un code client commence par {prefixes}, suivi du numéro de client : chiffres et lettres, 32 au plus.',
      de: 'Ein Kundencode beginnt mit {prefixes}, gefolgt von der Kundennummer: Ziffern und Buchstaben, höchstens 32.',
      en: 'A client code begins with {prefixes}, followed by the customer number: digits and letters, 32 at most.',
    },
  },
  'client-code.unknown': {
    title: {
      nl: 'Deze klant is onbekend',
      fr: 'Ce client est inconnu',
      de: 'Dieser Kunde ist unbekannt',
      en: 'This customer is unknown',
    },
    detail: {
      nl: 'Maak eerst de klantcode aan, met naam, taal en adres.',
      fr: 'Créez d’abord le code client, avec nom, langue et adresse.',
      de: 'Legen Sie zuerst den Kundencode an, mit Name, Sprache und Adresse.',
      en: 'Create the client code first, with name, language and address.',
    },
  },
  'client-code.known': {
    title: {
      nl: 'Deze klantcode bestaat al',
      fr: 'Ce code client existe déjà',
      de: 'Diesen Kundencode gibt es schon',
      en: 'This client code exists already',
    },
    detail: {
      nl: 'Stuur een bestand met de klant om zijn gegevens te wijzigen.',
      fr: 'Envoyez un fichier avec ce client pour modifier ses données.',
      de: 'Schicken Sie eine Datei mit dem Kunden, um seine Angaben zu ändern.',
      en: 'Send a file with the customer to change what is known of him.',
    },
  },
  'client-code.row-invalid': {
    title: {
      nl: 'Deze rij kan niet gelezen worden',
      fr: 'Cette ligne est illisible',
      de: 'Diese Zeile ist nicht lesbar',
      en: 'This row cannot be read',
    },
    detail: {
      nl: 'Een verplichte waarde ontbreekt, is te lang of heeft een verkeerde vorm.',
      fr: 'Une valeur obligatoire manque, est trop longue ou mal formée.',
      de: 'Ein nötiger Wert fehlt, ist zu lang oder hat eine falsche Form.',
      en: 'A value that is needed is missing, too long or of the wrong form.',
    },
  },
  'code-batch.reference-taken': {
    title: {
      nl: 'Deze referentie hoort bij een ander bestand',
      fr: 'Cette référence appartient à un autre fichier',
      de: 'Diese Referenz gehört zu einer anderen Datei',
      en: 'This reference belongs to another file',
    },
    detail: {
      nl: 'Hetzelfde bestand geeft dezelfde codes. Geef een ander bestand een eigen referentie.',
      fr: 'Le même fichier donne les mêmes codes. Donnez à un autre fichier sa propre référence.',
      de: 'Dieselbe Datei ergibt dieselben Codes. Geben Sie einer anderen Datei eine eigene Referenz.',
      en: 'The same file gives the same codes. Give another file a reference of its own.',
    },
  },
  'code-batch.by-invitation': {
    title: {
      nl: 'Hier worden geen codes gebruikt',
      fr: 'Aucun code n’est utilisé ici',
      de: 'Hier werden keine Codes verwendet',
      en: 'No codes are used here',
    },
    detail: {
      nl: 'Het eerste document nodigt de klant zelf uit.',
      fr: 'C’est le premier document qui invite le client.',
      de: 'Das erste Dokument lädt den Kunden selbst ein.',
      en: 'The first document invites the customer by itself.',
    },
  },
  'code-batch.row-repeated': {
    title: {
      nl: 'Deze klant staat al in dit bestand',
      fr: 'Ce client figure déjà dans ce fichier',
      de: 'Dieser Kunde steht schon in dieser Datei',
      en: 'This customer is in this file already',
    },
    detail: {
      nl: 'De eerste rij telt.',
      fr: 'La première ligne compte.',
      de: 'Die erste Zeile zählt.',
      en: 'The first row counts.',
    },
  },
  'code-batch.key-destroyed': {
    title: {
      nl: 'De codes van deze reeks kunnen niet meer gelezen worden',
      fr: 'Les codes de ce lot ne peuvent plus être lus',
      de: 'Die Codes dieses Stapels können nicht mehr gelesen werden',
      en: 'The codes of this batch can no longer be read',
    },
    detail: {
      nl: 'De sleutel is vernietigd op {at:when}. Maak een nieuwe reeks die deze codes vervangt als de brieven verloren zijn.',
      fr: 'La clé a été détruite le {at:when}. Si les lettres sont perdues, créez un nouveau lot qui remplace ces codes.',
      de: 'Der Schlüssel wurde am {at:when} vernichtet. Sind die Briefe verloren, erstellen Sie einen neuen Stapel, der diese Codes ersetzt.',
      en: 'The key was destroyed on {at:when}. If the letters are lost, make a new batch that supersedes these codes.',
    },
  },
  'code-batch.unfinished': {
    title: {
      nl: 'Dit bestand is nog niet helemaal gelezen',
      fr: 'Ce fichier n’est pas encore entièrement lu',
      de: 'Diese Datei ist noch nicht ganz gelesen',
      en: 'This file has not been read to the end',
    },
    detail: {
      nl: 'Stuur hetzelfde bestand opnieuw: het gaat verder waar het gebleven was.',
      fr: 'Renvoyez le même fichier : la lecture reprend là où elle s’était arrêtée.',
      de: 'Schicken Sie dieselbe Datei noch einmal: Es geht weiter, wo es stehen blieb.',
      en: 'Send the same file again: it goes on where it was.',
    },
  },
  'csv.malformed': {
    title: {
      nl: 'Dit bestand is geen geldige CSV',
      fr: 'Ce fichier n’est pas un CSV valable',
      de: 'Diese Datei ist keine gültige CSV',
      en: 'This file is no valid CSV',
    },
    detail: {
      nl: 'Het bestand moet UTF-8 zijn, met komma’s of puntkomma’s en een kopregel met deze kolommen: {columns}.',
      fr: 'Le fichier doit être en UTF-8, avec des virgules ou des points-virgules et une ligne d’en-tête avec ces colonnes : {columns}.',
      de: 'Die Datei muss UTF-8 sein, mit Kommas oder Semikolons und einer Kopfzeile mit diesen Spalten: {columns}.',
      en: 'The file must be UTF-8, with commas or semicolons and a heading with these columns: {columns}.',
    },
  },
  'csv.too-many-rows': {
    title: {
      nl: 'Dit bestand heeft te veel rijen',
      fr: 'Ce fichier compte trop de lignes',
      de: 'Diese Datei hat zu viele Zeilen',
      en: 'This file has too many rows',
    },
    detail: {
      nl: 'Ten hoogste {most} rijen per bestand.',
      fr: '{most} lignes par fichier au plus.',
      de: 'Höchstens {most} Zeilen je Datei.',
      en: 'At most {most} rows a file.',
    },
  },
} satisfies RefusalCatalogue;
