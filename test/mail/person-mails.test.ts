/** Every mail about a person's access, whole, in four languages: read the snapshot before you accept it. */
import { renderPersonMail } from '../../mail/render.ts';
import { languages } from '../../texts/languages.ts';
import { applicationNames, cellNames } from '../../texts/application-names.ts';
import type { PersonMailFacts } from '../../texts/person-mails/facts.ts';
import type { PersonMailKind } from '../../texts/person-mails.ts';
import { personMailTexts } from '../../texts/person-mails.ts';
import { applicationCalled, registry } from '../support/registry.ts';

/** What the lives give; a kind whose texts speak of more adds it here. */
const facts = {
  name: 'An Peeters',
  username: 'an.peeters',
  companyName: 'Bakkerij Peeters',
  happenedAt: '2027-02-02T14:00:00.000Z',
  endsAt: '2027-02-02T14:30:00.000Z',
  zone: 'Europe/Brussels',
  handOverAt: '2027-02-03T13:00:00.000Z',
  address: '203.0.113.7',
  factorName: 'Telephone',
  askedAt: '2027-02-02T14:00:00.000Z',
  brandName: 'Postkamer',
  dueAt: '2027-02-03T13:00:00.000Z',
  abandonAt: '2027-03-04T23:00:00.000Z',
  note: 'The number is not that of your company.',
  routerName: 'Routage Lenoir',
  routerNumber: 'R10001',
  routerPlace: '59000 Lille',
  enterpriseNumber: 'FR40303265045',
  accountNumber: '10000042',
  number: '2027-000123',
  clientCode: 'DL210001',
  count: 12,
  left: 1,
  destroyOn: '2038-01-01',
  applicantName: 'Zoë Maes',
  application: applicationCalled('postbox').name,
  issuerName: 'Wagenpark Lease Services',
  inviterName: 'Luc Dumont',
  oldestOn: '2020-02-03',
  otherName: 'Garage Vermeulen',
  unknownNumber: null,
  foreignNumber: null,
  lostNumber: '2027-000123',
  withdrawnNumber: null,
  destroyedNumber: null,
  unseenBy: null,
  keepsWith: null,
  losesTo: 'Garage Vermeulen',
  applicantAddress: 'zoe.maes@example.com',
};
const link = 'https://mailroom.example/links/reset#token';
/** Kinds that list something. */
const linesOf: Partial<Record<PersonMailKind, NonNullable<PersonMailFacts['lines']>>> = {
  'registration-returned': ['Ondernemingsnummer', 'Telefoon'],
  'rights-request-rejected': cellNames(applicationCalled('parcels-international'), [
    'general-access: NA',
    'borderels/21: NO',
  ]),
  'router-granted': applicationNames(registry, ['postbox', 'e-masspost', 'no-such']),
  'new-documents': ['Kade Energie, KE700001: 9', 'Kade Energie, KE700002: 3'],
  'account-merge-asked-source': ['DL210001 (Wagenpark Lease Services)'],
  'account-merge-done-target': ['DL210001 (Wagenpark Lease Services)'],
  'places-digest': ['203.0.113.7 (12×)', '198.51.100.9 (3×)'],
};
const kinds = Object.keys(personMailTexts) as PersonMailKind[];

test.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
  '%s in %s',
  (kind, language) => {
    const { subject, text, html } = renderPersonMail(
      kind,
      { ...facts, lines: linesOf[kind] ?? [] },
      link,
      language,
    );
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
    expect(`${subject}${text}${html}`).not.toMatch(/[{}]|undefined|null/);
    expect(html).toContain(`<html lang="${language}">`);
  },
);

test.each(languages)(
  '[UP-15] before the other one has said yes the mail does not name him, in %s',
  (language) => {
    const unseen = { ...facts, otherName: null, unseenBy: facts.companyName };
    const { subject, text } = renderPersonMail('account-merge-asked-target', unseen, null, language);
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
  },
);

test('names that strangers typed end no line and open no tag', () => {
  const name = 'An\r\nBcc: evil@example.com <b>';
  const mail = renderPersonMail('password-changed', { ...facts, username: name }, null, 'en');
  expect(mail.text).not.toContain('\nBcc:');
  expect(mail.html).not.toContain('<b>');
});

test.each([
  ['rights-requested', 'Log in to grant or refuse them; you can until Wednesday 3 February 2027, 14:00.'],
  ['rights-request-partly', 'Your request in the portal shows what becomes of the rest.'],
] as const)('%s of who wrote nothing beside it says the rest all the same', (kind, sentence) => {
  const { text } = renderPersonMail(kind, { ...facts, note: null }, null, 'en');
  expect(text.replace(/\s+/g, ' ')).toContain(sentence);
});
