// What all test files share is made once: the workflow bundle (3 s) and the database schema (1.5 s).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

export default function setUp() {
  const folder = mkdtempSync(join(process.env.TEST_FOLDER ?? tmpdir(), 'jest-'));
  process.env.WORKFLOW_BUNDLE = written('commands/bundle.ts', join(folder, 'workflow-bundle.js'));
  if (process.env.DATABASE_ADMIN_URL)
    process.env.TEST_SCHEMA = written('test/support/record-schema.ts', join(folder, 'schema.json'));
}

/** In a process of its own: Jest does not compile what its global setup imports. */
function written(program, file) {
  execFileSync(process.execPath, ['--import', 'tsx', program, file], { cwd: root, stdio: 'inherit' });
  return file;
}
