/** The people and places of the demo: two brands in two countries, and one site in another zone than its brand. */
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import type { PeoplePolicy } from '../../domain/people-policy.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import { collectForm, portalForm } from './demo-forms.ts';
import { fourteenDayPolicy, sevenDayPolicy } from './demo-policies.ts';
import type { DemoApplication, DemoObject, DemoBrand } from './demo-shapes.ts';

const everything = ['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy'] as const;
const antwerp = { street: 'Meir 12', postalCode: '2000', city: 'Antwerpen', country: 'BE' };
const lyon = { street: '8 rue de la République', postalCode: '69001', city: 'Lyon', country: 'FR' };
const utrecht = { street: 'Oudegracht 44', postalCode: '3511 AR', city: 'Utrecht', country: 'NL' };

const invoiceAddresses = [
  { value: '100001', label: 'Meir 12, Antwerpen' },
  { value: '100002', label: 'Kaai 4, Gent' },
];

const bakery: readonly DemoApplication[] = [
  { key: 'e-masspost', values: { 'invoice-addresses': invoiceAddresses } },
  { key: 'distriplanner', values: { 'invoice-addresses': invoiceAddresses } },
  { key: 'invoice-reporter', values: { 'invoice-addresses': invoiceAddresses } },
  {
    key: 'collect-and-stamp',
    values: { contracts: [{ value: 'CS123456789012', label: 'Master contract', kind: 'master' }] },
  },
  {
    key: 'parcels-international',
    profile: 'general-access',
    values: { contracts: [{ value: 'BPI/2026/4042/091', label: 'Parcels abroad' }] },
  },
];

const deposit = (title: string, priceCents: number, by: string, product: string, address: string) => ({
  ...{ application: 'e-masspost', title, priceCents, by },
  values: { products: product, 'invoice-addresses': address },
});
const invoice = (title: string, priceCents: number, address: string) => ({
  ...{ application: 'invoice-reporter', title, priceCents, by: null },
  values: { 'invoice-addresses': address },
});

const bakeryObjects: readonly DemoObject[] = [
  deposit('Deposit of 1,200 letters', 84_000, 'an.peeters', 'letter', '100001'),
  deposit('Deposit of 300 kiloposts', 27_000, 'bart.claes', 'kilopost', '100001'),
  deposit('Deposit of 5,000 letters', 310_000, 'bart.claes', 'letter', '100002'),
  invoice('Invoice 2027/0101', 84_000, '100001'),
  invoice('Invoice 2027/0102', 310_000, '100002'),
];

export const demoBrands: readonly DemoBrand[] = [
  {
    key: 'postkamer',
    name: 'Postkamer',
    country: 'BE',
    zone: 'Europe/Brussels',
    language: 'nl',
    policy: fourteenDayPolicy,
    forms: [portalForm('Postkamer', ['BE', 'NL', 'FR', 'DE', 'LU']), collectForm(['BE', 'LU'])],
    people: {},
    documents: {},
    sites: [
      { key: 'brussel', name: 'Brussel-Noord', country: 'BE', zone: 'Europe/Brussels', cutOff: '15:00' },
      { key: 'lisboa', name: 'Lisboa', country: 'PT', zone: 'Europe/Lisbon', cutOff: '14:30' },
    ],
    companies: [
      {
        name: 'Bakkerij Peeters',
        language: 'nl',
        applications: bakery,
        objects: bakeryObjects,
        users: [
          { username: 'an.peeters', name: 'An Peeters', language: 'nl', grants: null },
          {
            username: 'bart.claes',
            name: 'Bart Claes',
            language: 'nl',
            grants: { 'BE 1001': ['read', 'decide'], 'BE 1002': ['read'] },
          },
          {
            username: 'chloe.lambert',
            name: 'Chloé Lambert',
            language: 'fr',
            grants: { 'BE 1001': ['read'] },
          },
        ],
        boxes: [
          {
            number: 'BE 1001',
            site: 'brussel',
            primaryOption: 'scan',
            allowed: everything,
            addressees: ['Bakkerij Peeters', 'An Peeters'],
            forwardingAddress: antwerp,
          },
          {
            number: 'BE 1002',
            site: 'brussel',
            primaryOption: 'forward',
            allowed: everything,
            addressees: ['Bakkerij Peeters'],
            forwardingAddress: antwerp,
          },
          {
            number: 'PT 1003',
            site: 'lisboa',
            primaryOption: 'scan',
            allowed: ['forward-now', 'forward-on-date', 'destroy'],
            addressees: ['Bakkerij Peeters'],
            forwardingAddress: antwerp,
          },
        ],
      },
      {
        name: 'Atelier Dumont',
        language: 'fr',
        applications: [
          { key: 'invoice-reporter', values: { 'invoice-addresses': [{ value: '200001', label: 'Lyon' }] } },
        ],
        objects: [invoice('Invoice 2027/0203', 12_500, '200001')],
        users: [{ username: 'luc.dumont', name: 'Luc Dumont', language: 'fr', grants: null }],
        boxes: [
          {
            number: 'BE 2001',
            site: 'brussel',
            primaryOption: 'store',
            allowed: everything,
            addressees: ['Atelier Dumont'],
            forwardingAddress: lyon,
          },
        ],
      },
      {
        // Listed as a router by demo-routers.
        name: 'Routage Lenoir',
        language: 'fr',
        applications: [],
        users: [
          { username: 'rene.lenoir', name: 'René Lenoir', language: 'fr', grants: null },
          { username: 'sofie.maes', name: 'Sofie Maes', language: 'nl', grants: {} },
        ],
        boxes: [],
      },
    ],
  },
  {
    key: 'brievenbus',
    name: 'Brievenbus',
    country: 'NL',
    zone: 'Europe/Amsterdam',
    language: 'nl',
    policy: sevenDayPolicy,
    forms: [portalForm('Brievenbus', ['NL', 'BE', 'DE'])],
    // Here a log-in from an unknown address waits for a mail; this machine is known. And an identity document is asked for.
    people: {
      places: { ...decidedPeoplePolicy.places, isOn: true, authorised: ['127.0.0.0/8', '::1/128'] },
      registration: { ...decidedPeoplePolicy.registration, identityDocument: true },
    },
    // Here the first document invites whoever it is for (IP-02), and everybody may share.
    documents: {
      access: 'invitation',
      history: { ...decidedDocumentPolicy.history, floor: 'years' },
      retention: { ...decidedDocumentPolicy.retention, displayYears: 7 },
      sharing: 'everybody',
    },
    sites: [
      { key: 'amsterdam', name: 'Amsterdam', country: 'NL', zone: 'Europe/Amsterdam', cutOff: '16:30' },
    ],
    companies: [
      {
        name: 'Tulip Trading',
        language: 'en',
        applications: [],
        users: [
          { username: 'emma.jansen', name: 'Emma Jansen', language: 'en', grants: null },
          {
            username: 'daan.visser',
            name: 'Daan Visser',
            language: 'nl',
            grants: { 'NL 3001': ['read', 'decide', 'settings'] },
          },
        ],
        boxes: [
          {
            number: 'NL 3001',
            site: 'amsterdam',
            primaryOption: 'scan',
            allowed: everything,
            addressees: ['Tulip Trading'],
            forwardingAddress: utrecht,
          },
          {
            number: 'NL 3002',
            site: 'amsterdam',
            primaryOption: 'scan',
            allowed: everything,
            addressees: ['Tulip Trading'],
            forwardingAddress: null,
          },
        ],
      },
    ],
  },
];

/** Of the operator's own staff neither a second factor nor a known place is asked in the demo. */
export const demoStaffPolicy: Partial<PeoplePolicy> = {
  zone: 'Europe/Brussels',
  secondFactor: 'nobody',
  places: { ...decidedPeoplePolicy.places, isOn: false },
};

/** Staff of the operator, and one person a site. */
export const demoStaff = [
  { username: 'olga.operator', name: 'Olga Martens', language: 'en', site: null },
  { username: 'otto.operator', name: 'Otto Vermeer', language: 'nl', site: null },
  { username: 'sam.brussel', name: 'Sam Wouters', language: 'nl', site: 'brussel' },
  { username: 'lia.lisboa', name: 'Lia Costa', language: 'en', site: 'lisboa' },
  { username: 'tom.amsterdam', name: 'Tom Bakker', language: 'nl', site: 'amsterdam' },
] as const;
