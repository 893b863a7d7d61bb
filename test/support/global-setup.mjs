// What all test files share is made once: the workflow bundle (3 s) and the database schema (1.5 s).
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

export default async function setUp() {
  const folder = mkdtempSync(join(process.env.TEST_FOLDER ?? tmpdir(), 'jest-'));
  await bundleWorkflows(join(root, 'workflows/index.ts'), join(folder, 'workflow-bundle.js'));
  if (process.env.DATABASE_ADMIN_URL) recordSchema(join(folder, 'schema.json'));
}

/** Workers of tests take the bundle from WORKFLOW_BUNDLE: `workflowBundle: { codePath: … }`. */
async function bundleWorkflows(workflowsPath, bundle) {
  if (!existsSync(workflowsPath)) return;
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const logger = { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} };
  // The sandbox must have the converter that the worker is told to use: failures are sealed like payloads.
  const failureConverterPath = join(root, 'platform/failure-converter.cjs');
  const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger });
  writeFileSync(bundle, code);
  process.env.WORKFLOW_BUNDLE = bundle;
}

/** In a process of its own: Jest does not compile what its global setup imports. */
function recordSchema(file) {
  execFileSync(process.execPath, ['--import', 'tsx', 'test/support/record-schema.ts', file], {
    cwd: root,
    stdio: 'inherit',
  });
  process.env.TEST_SCHEMA = file;
}
