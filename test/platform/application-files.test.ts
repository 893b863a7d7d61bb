import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadApplications } from '../../platform/application-files.ts';
import { ConfigError } from '../../platform/config.ts';

const root = mkdtempSync(join(tmpdir(), 'mailroom-applications-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, String((made += 1)));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Takes whatever it is given. */
const anything = <File>(files: readonly File[]) => ({ ok: true as const, registry: files });

function faultsOf(
  folder: string,
  check: Parameters<typeof loadApplications>[1] = anything,
): readonly string[] {
  try {
    loadApplications(folder, check);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.faults.every(({ variable }) => variable === 'APPLICATIONS_DIR')).toBe(true);
    return error.faults.map(({ accepted }) => accepted);
  }
}

describe('the files of the applications', () => {
  test('are read by name; what is no *.json is none of them', () => {
    const folder = folderOf({ 'b.json': '{"b":1}', 'a.json': '[]', 'README.md': 'Read me.' });
    expect(loadApplications(folder, anything)).toEqual([
      { file: 'a.json', content: [] },
      { file: 'b.json', content: { b: 1 } },
    ]);
  });

  test('a folder that is not there, and one without files, are named', () => {
    const missing = join(root, 'nowhere');
    expect(faultsOf(missing)).toEqual([`must be a folder that can be read: ${missing}`]);
    const empty = folderOf({ 'README.md': 'Read me.' });
    expect(faultsOf(empty)).toEqual([`must be a folder with *.json in it: ${empty}`]);
  });

  test('a file that cannot be read is named', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'a.json'));
    expect(faultsOf(folder)).toEqual(['a.json: cannot be read (EISDIR)']);
  });

  test.each([
    ['a comma too many', '{\n  "a": 1,\n}\n', 3],
    ['a comma too few', '{\n  "a": 1\n  "b": 2\n}\n', 3],
    ['a word that is none', '{\n  "a": [\n    1,\n    maybe\n  ]\n}\n', 4],
    ['a text over two lines', '{\n  "a": "one\ntwo"\n}\n', 2],
    ['an end that is missing', '{\n  "a": {\n    "b": 1\n  }\n', 5],
    ['more after the end', '{}\n\n{}\n', 3],
    ['nothing', '', 1],
  ])('%s: the line is named', (_case, text, line) => {
    expect(faultsOf(folderOf({ 'a.json': text }))).toEqual([
      expect.stringMatching(new RegExp(`^a\\.json: line ${line} is no JSON: .+$`)),
    ]);
  });

  test('every fault is named at once: what cannot be read and what the check finds', () => {
    const folder = folderOf({ 'a.json': '{', 'b.json': '{}', 'c.json': ']' });
    const found = faultsOf(folder, (files) => ({
      ok: false,
      faults: files.map(({ file }) => `${file}: has nothing`),
    }));
    expect(found).toEqual([
      expect.stringContaining('a.json: line 1'),
      expect.stringContaining('c.json: line 1'),
      'b.json: has nothing',
    ]);
  });
});
