// The table "Who may import whom" of the plan of the house, as rules: `npm run check` fails on a broken one.
// A `main.ts` is a composition root and has rules of its own; commands/, dev/, bench/ and test/ may look in.

const ROOMS =
  'domain|texts|workflows|activities|workers|api|relay|db|mail|documents|platform|portal|commands|dev|bench|test';
// start.ts and starts.ts: what the contracts of all lives have in common, and their table.
const MESSAGES = '^workflows/([^/]+/messages|attributes|starts?)\\.ts$';

/** The files of a room; `main.ts` is left to the rules for composition roots. */
const filesOf = (room) => ({ path: `^${room}/`, pathNot: '/main\\.ts$' });

/** Of our own rooms, `room` may import itself and what `allowed` matches; types of platform's ports are ruled below. */
const roomsOf = (room, allowed, comment) => ({
  name: `${room}-rooms`,
  comment,
  severity: 'error',
  from: filesOf(room),
  to: { path: `^(${ROOMS})/`, pathNot: [`^${room}/`, '^platform/', ...allowed] },
});

/** Of the packages, `room` may import what `allowed` matches and no other. */
const packagesOf = (room, allowed, comment) => ({
  name: `${room}-packages`,
  comment,
  severity: 'error',
  from: filesOf(room),
  to: { path: 'node_modules/', pathNot: allowed.map((name) => `node_modules/${name}/`) },
});

const noNodeIn = (room, comment) => ({
  name: `${room}-no-node`,
  comment,
  severity: 'error',
  from: filesOf(room),
  to: { dependencyTypes: ['core'] },
});

module.exports = {
  forbidden: [
    // domain
    roomsOf('domain', [], 'The rules know nothing but the rules.'),
    packagesOf(
      'domain',
      ['temporal-polyfill', 'temporal-spec', 'jsvat', 'ibantools', 'ipaddr.js'],
      'Pure packages only, each named here.',
    ),
    noNodeIn('domain', 'The rules run in the workflow sandbox: no Node built-ins.'),
    {
      name: 'domain-one-calendar',
      comment: 'One module knows time zones.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '^domain/calendar\\.ts$' },
      to: { path: 'node_modules/temporal-polyfill/' },
    },

    // texts
    roomsOf('texts', ['^domain/'], 'Sentences follow from the rules.'),
    packagesOf('texts', [], 'Sentences need no package.'),
    noNodeIn('texts', 'Sentences are read in the workflow sandbox too.'),

    // workflows
    {
      name: 'messages-are-contracts',
      comment:
        'The contract of a life is imported by api and relay: it must not bring the life itself along.',
      severity: 'error',
      from: { path: MESSAGES },
      to: { path: `^(${ROOMS})/`, pathNot: ['^domain/', '^texts/', MESSAGES] },
    },
    roomsOf(
      'workflows',
      ['^domain/', '^texts/', '^activities/'],
      'A workflow waits; it reaches nothing by itself.',
    ),
    {
      name: 'workflows-activities-by-type',
      comment: 'A workflow calls activities through the server: it imports their types only.',
      severity: 'error',
      from: filesOf('workflows'),
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    packagesOf(
      'workflows',
      ['@temporalio/(workflow|common)'],
      'The sandbox has the workflow SDK and no other package.',
    ),
    noNodeIn('workflows', 'The workflow sandbox has no Node built-ins.'),

    // activities
    roomsOf(
      'activities',
      ['^domain/', '^texts/', '^db/(changes|queries)/', '^db/[^/]+\\.ts$', '^mail/', '^documents/'],
      'An activity does one thing with what it is handed; it knows neither the API nor the workers.',
    ),
    {
      name: 'activities-no-workflow-sdk',
      comment: 'Activities run outside the sandbox.',
      severity: 'error',
      from: filesOf('activities'),
      to: { path: 'node_modules/@temporalio/', pathNot: 'node_modules/@temporalio/(activity|common)/' },
    },

    // db
    roomsOf('db', ['^domain/'], 'The database knows the rules and nobody who asks it.'),
    packagesOf('db', ['knex', 'objection', 'mysql2', 'uuid'], 'Knex, Objection and ids.'),
    {
      name: 'db-no-node-but-crypto',
      comment: 'Hashes for the event chain and pauses between attempts; no files, no network.',
      severity: 'error',
      from: filesOf('db'),
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|timers/promises)$' },
    },
    {
      name: 'models-stay-in-db',
      comment: 'An Objection model never leaves db/: changes and queries return plain typed values.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: ['^db/', '^test/'] },
      to: { path: '^db/models/' },
    },

    // mail, documents
    roomsOf('mail', ['^domain/', '^texts/'], 'Mail is handed what it says.'),
    roomsOf('documents', ['^domain/', '^texts/'], 'PDF work is handed what it works on.'),
    {
      name: 'one-module-knows-pdf-lib',
      comment: 'pdf-lib is unmaintained: one module may import it, so that it can be replaced.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: ['^documents/[^/]+\\.ts$', '^test/'] },
      to: { path: 'node_modules/pdf-lib/' },
    },

    // platform
    {
      name: 'platform-rooms',
      comment: 'What every process stands on knows nothing of letters.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: `^(${ROOMS})/`, pathNot: '^platform/' },
    },
    {
      name: 'platform-by-type',
      comment: 'What a room needs of platform is handed in: it imports the type of the port only.',
      severity: 'error',
      from: { path: '^(activities|workers|api|relay|db|mail|documents)/', pathNot: '/main\\.ts$' },
      to: { path: '^platform/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-not-even-by-type',
      comment: 'Rules, sentences and lives do not know that there is a platform.',
      severity: 'error',
      from: { path: '^(domain|texts|workflows)/' },
      to: { path: '^platform/' },
    },
    {
      name: 'config-only-in-main',
      comment: 'Only a composition root reads the configuration; the rest is handed what it needs.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: ['/main\\.ts$', '^platform/', '^(commands|bench|test)/'] },
      to: { path: '^platform/config', dependencyTypesNot: ['type-only'] },
    },

    // api
    roomsOf(
      'api',
      ['^domain/', '^texts/', '^documents/', '^db/(changes|queries)/', MESSAGES],
      'The API asks changes, queries and lives; it has no model and no activity.',
    ),
    {
      name: 'only-lives-talk-to-temporal',
      comment: 'api/lives/ is the only place that talks to workflows.',
      severity: 'error',
      from: { path: '^api/', pathNot: ['^api/lives/', '/main\\.ts$'] },
      to: { path: 'node_modules/@temporalio/' },
    },

    // relay, workers
    roomsOf('relay', ['^domain/', '^db/', MESSAGES], 'The relay reads events and wakes lives.'),
    roomsOf(
      'workers',
      ['^domain/', '^texts/', '^workflows/', '^activities/'],
      'Workers say what runs where.',
    ),

    // composition roots, and those who stand outside
    ...['api', 'relay', 'workers'].map((process) => ({
      name: `${process}-main`,
      comment: "A composition root may import any room but another process's.",
      severity: 'error',
      from: { path: `^${process}/main\\.ts$` },
      to: { path: '^(api|relay|workers)/', pathNot: `^${process}/` },
    })),
    {
      name: 'nobody-imports-the-outside',
      comment: 'commands/, dev/, bench/ and test/ look in; nobody looks out.',
      severity: 'error',
      from: { path: `^(${ROOMS})/`, pathNot: '^(commands|dev|bench|test)/' },
      to: { path: '^(commands|dev|bench|test)/' },
    },
    {
      name: 'dev-before-packages',
      comment: 'The bootstrap runs before anything is installed: only the mail catcher may use packages.',
      severity: 'error',
      from: { path: '^dev/', pathNot: '^dev/mail-catcher' },
      to: { path: 'node_modules/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'What is imported is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: ['^(\\.local|coverage)/'] },
    doNotFollow: { path: 'node_modules' },
    // Types count: most rules above tell `import type` from `import`.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
