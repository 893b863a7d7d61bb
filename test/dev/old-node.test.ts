import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, runNode } from './sandbox.ts';

const entries = ['start', 'test', 'check', 'reset'].map((name) => `dev/${name}.mjs`);
const pretend = (version: string) =>
  `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;

describe('an old Node', () => {
  it.each(entries)('is told by %s in one sentence what is needed', (entry) => {
    const { status, stdout, stderr } = runNode(['--import', pretend('18.20.4'), entry]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      'Mailroom needs Node 20.19 or later (>=20.19), and this is Node 18.20.4: install a newer Node and run the command again.',
    ]);
  });

  it('is told the version that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toBe('>=20.19');
    expect(runNode(['--import', pretend('20.18.9'), 'dev/reset.mjs']).stderr).toContain(
      'this is Node 20.18.9',
    );
  });

  // Compiled down to the syntax of 2018 and to that of today: the same text when nothing newer is in it.
  it.each([...entries, 'dev/old-node.mjs'])('can read %s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const compiled = (target: ts.ScriptTarget) =>
      ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext } }).outputText;
    expect(compiled(ts.ScriptTarget.ES2018)).toBe(compiled(ts.ScriptTarget.ESNext));
    expect(text).not.toMatch(/^\s*(const|let) .*=\s*await |^await /m);
  });
});
