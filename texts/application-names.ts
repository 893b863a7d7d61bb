/** What mails call applications, and cells of their matrix: by the names of the registry, never by a key (UM-26, UM-27). */
import type { Application, Registry } from '../domain/application.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';
import { optionText } from './options.ts';

/** The names of those that the registry knows. */
export function applicationNames(registry: Registry, keys: readonly string[]): readonly Texts[] {
  return keys.flatMap((key) => registry.get(key)?.name ?? []);
}

const reasons = { NA: 'option.not-applicable', NO: 'option.not-allowed' } as const;
const told = /^(?:([^/]+)\/)?(.+): (NA|NO)$/;

/** Cells that say no, as `toldCell` told them, in words: what stands there, and why it cannot be. */
export function cellNames(application: Application, cells: readonly string[]): readonly Texts[] {
  return cells.flatMap((cell) => {
    const [, dimension, row = '', no] = told.exec(cell) ?? [];
    const named =
      dimension === undefined
        ? application.actions.find(({ key }) => key === row)
        : application.dimensions.find(({ key }) => key === dimension)?.listed.find(({ key }) => key === row);
    if (named === undefined || (no !== 'NA' && no !== 'NO')) return [];
    const line = (language: Language) =>
      `${sayFirst(named.name, language)}: ${optionText(reasons[no], language)}`;
    return [{ nl: line('nl'), fr: line('fr'), de: line('de'), en: line('en') }];
  });
}
