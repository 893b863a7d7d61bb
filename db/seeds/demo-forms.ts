/** Web forms of the demo brands: a portal's, and one for collecting and stamping; two forms of one process (UM-03, CS-06). */
import type { FormField, RegistrationForm } from '../../domain/registration-form.ts';

type Words = readonly [nl: string, fr: string, de: string, en: string];
const words = ([nl, fr, de, en]: Words) => ({ nl, fr, de, en });

const field = (
  name: string,
  kind: FormField['kind'],
  label: Words,
  { hint, ...more }: Partial<Omit<FormField, 'hint'>> & { readonly hint?: Words } = {},
): FormField => ({
  name,
  kind,
  required: true,
  label: words(label),
  ...(hint && { hint: words(hint) }),
  ...more,
});

const applicationWords: Readonly<Record<string, Words>> = {
  postbox: ['Postbussen', 'Boîtes postales', 'Postfächer', 'Postboxes'],
  'e-masspost': ['Massapost', 'Envois en nombre', 'Massensendungen', 'Bulk mail'],
  'collect-and-stamp': [
    'Ophalen en frankeren',
    'Collecte et affranchissement',
    'Abholen und frankieren',
    'Collecting and stamping',
  ],
};

const applications = (choices: readonly string[]) =>
  field('applications', 'choices', ['Toepassingen', 'Applications', 'Anwendungen', 'Applications'], {
    choices,
    choiceLabels: Object.fromEntries(
      choices.map((choice) => [choice, words(applicationWords[choice] ?? [choice, choice, choice, choice])]),
    ),
    hint: [
      'Waarvoor uw bedrijf toegang wil.',
      'Pour quoi votre entreprise souhaite un accès.',
      'Wofür Ihr Unternehmen Zugang möchte.',
      'What your company wants access to.',
    ],
  });

const people: readonly FormField[] = [
  field('firstName', 'text', ['Voornaam', 'Prénom', 'Vorname', 'First name'], { maxLength: 100 }),
  field('lastName', 'text', ['Naam', 'Nom', 'Nachname', 'Last name'], { maxLength: 100 }),
  field('email', 'email', ['E-mailadres', 'Adresse e-mail', 'E-Mail-Adresse', 'E-mail address'], {
    hint: [
      'U krijgt er een link om het te bevestigen.',
      'Vous y recevrez un lien pour la confirmer.',
      'Dorthin senden wir einen Link zur Bestätigung.',
      'You get a link there to confirm it.',
    ],
  }),
  field('phone', 'phone', ['Telefoon', 'Téléphone', 'Telefon', 'Telephone'], { required: false }),
];

const company = (countries: readonly string[]): readonly FormField[] => [
  field('companyName', 'text', ['Bedrijf', 'Entreprise', 'Unternehmen', 'Company'], { maxLength: 200 }),
  field(
    'enterpriseNumber',
    'enterprise-number',
    ['Ondernemingsnummer', 'Numéro d’entreprise', 'Unternehmensnummer', 'Enterprise number'],
    {
      choices: countries,
      hint: [
        'Met of zonder punten; zonder landcode is het er een van uw eigen land.',
        'Avec ou sans points ; sans code de pays, c’est un numéro de votre pays.',
        'Mit oder ohne Punkte; ohne Landescode ist es eine Ihres Landes.',
        'With or without dots; without a country code it is one of your own country.',
      ],
    },
  ),
  field('street', 'text', ['Straat en nummer', 'Rue et numéro', 'Straße und Nummer', 'Street and number']),
  field('postalCode', 'text', ['Postcode', 'Code postal', 'Postleitzahl', 'Postal code'], { maxLength: 20 }),
  field('city', 'text', ['Plaats', 'Localité', 'Ort', 'City'], { maxLength: 100 }),
  field('country', 'country', ['Land', 'Pays', 'Land (Code)', 'Country'], {
    hint: [
      'Twee letters, zoals BE.',
      'Deux lettres, comme BE.',
      'Zwei Buchstaben, etwa BE.',
      'Two letters, such as BE.',
    ],
  }),
];

const consent = field(
  'referralConsent',
  'consent',
  [
    'Heeft mijn bedrijf al een beheerder, dan mag u hem mijn naam en adres melden',
    'Si mon entreprise a déjà un administrateur, vous pouvez lui communiquer mon nom et mon adresse',
    'Hat mein Unternehmen schon einen Administrator, dürfen Sie ihm meinen Namen und meine Adresse mitteilen',
    'If my company has an administrator already, you may tell him my name and address',
  ],
  { required: false },
);

const form = (key: string, title: Words, fields: readonly FormField[]): RegistrationForm => ({
  key,
  languages: ['nl', 'fr', 'de', 'en'],
  title: words(title),
  fields,
});

const home = (brand: string): Words => [
  `Toegang tot ${brand}`,
  `Accès à ${brand}`,
  `Zugang zu ${brand}`,
  `Get access to ${brand}`,
];

/** The forms of a brand of that name, whose companies come from these countries, its own first. */
export function portalForm(brand: string, countries: readonly string[]): RegistrationForm {
  const fields = [...company(countries), ...people, applications(['postbox', 'e-masspost']), consent];
  return form('portal', home(brand), fields);
}

/** Its two numbers may stay empty: who has none yet leaves them out (CS-06). */
export function collectForm(countries: readonly string[]): RegistrationForm {
  const title: Words = [
    'Ophalen en frankeren aanvragen',
    'Demander la collecte et l’affranchissement',
    'Abholen und Frankieren beantragen',
    'Ask for collecting and stamping',
  ];
  return form('collect-and-stamp', title, [
    ...company(countries),
    ...people,
    field('webpass', 'text', ['Webpass-nummer', 'Numéro webpass', 'Webpass-Nummer', 'Webpass number'], {
      required: false,
      pattern: '[A-Za-z0-9-]{4,20}',
      hint: [
        'Leeg laten als u er geen hebt.',
        'Laissez vide si vous n’en avez pas.',
        'Leer lassen, wenn Sie keine haben.',
        'Leave it empty if you have none.',
      ],
    }),
    field('customerNumber', 'text', ['Klantnummer', 'Numéro de client', 'Kundennummer', 'Customer number'], {
      required: false,
      pattern: '\\d{4,12}',
    }),
    applications(['collect-and-stamp']),
    consent,
  ]);
}
