/** Finds every text of the house in its source, so that a new one cannot escape the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { languages } from '../../texts/languages.ts';

const root = new URL('../../', import.meta.url).pathname;

/** The TypeScript files below a folder of the checkout, without leading path. */
export function sourcesIn(folder: string): { path: string; text: string }[] {
  const files = readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.ts'))
    .map((file) => `${file.parentPath}/${file.name}`)
    .map((path) => ({ path: path.slice(root.length), text: readFileSync(path, 'utf8') }));
}

export interface FoundTexts {
  /** `texts/refusals/scan.ts:12` */
  readonly where: string;
  readonly byLanguage: Readonly<Record<string, string>>;
}

/** Every object literal that gives a string for at least one language. */
export function textsIn(path: string, source: string): FoundTexts[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: FoundTexts[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const byLanguage = stringsOf(node);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (Object.keys(byLanguage).length > 0) found.push({ where: `${path}:${line + 1}`, byLanguage });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function stringsOf(node: ts.ObjectLiteralExpression): Record<string, string> {
  const entries = node.properties.flatMap((property): [string, string][] => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return [];
    const isText = ts.isStringLiteralLike(property.initializer) && isNamed(property.name.text);
    return isText ? [[property.name.text, property.initializer.text]] : [];
  });
  return Object.fromEntries(entries);
}

function isNamed(name: string): boolean {
  return (languages as readonly string[]).includes(name);
}
