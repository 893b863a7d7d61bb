/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.local/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: false }, keepClassNames: true },
      },
    ],
  },
  testTimeout: 120_000,
  // A file that hosts a Temporal worker grows its process by 80 to 100 MB.
  workerIdleMemoryLimit: '800MB',
  watchman: false,
};
