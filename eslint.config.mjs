import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** Time and chance are handed to the domain, never fetched by it (design.md, Who may import whom). */
const NOT_IN_THE_DOMAIN = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The domain has no clock: take the instant as a parameter.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take the instant as a parameter.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'The domain has no clock: take the instant as a parameter.',
  },
  {
    selector: "MemberExpression[property.name='Now']",
    message: 'The domain has no clock, and Temporal.Now is one: take the instant as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain has no chance: take the number as a parameter.',
  },
];

const NODE_GLOBALS = ['process', 'console', 'Buffer', 'URL', 'AbortSignal', 'fetch'];
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'];

export default defineConfig(
  globalIgnores(['.local/', 'coverage/', 'dist/', 'api/openapi.json', 'test/histories/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers read well inside texts and ids; everything else in a template must be a string.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void promise` and `() => void promise` say on purpose that nobody waits.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A name with an underscore in front is there to be left out: `const { secret: _secret, ...rest } = row`.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `== null` means null or undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NOT_IN_THE_DOMAIN] },
  },
  {
    // Answers come as `any` from supertest and from raw SQL, and what they hold is what a test is about to say.
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'call', 'argument', 'return'].map((unsafe) => [
        `@typescript-eslint/no-unsafe-${unsafe}`,
        'off',
      ]),
    ),
  },
  {
    // People read these at a terminal; processes log through platform/log.ts.
    files: ['commands/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript that runs before any package is installed.
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries([...NODE_GLOBALS, ...TIMERS, 'module'].map((name) => [name, 'readonly'])),
    },
    rules: { eqeqeq: 'error' },
  },
);
