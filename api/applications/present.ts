import type { Application, ApplicationProfile, Cell, Registry } from '../../domain/application.ts';
import { optionReasonOf } from '../../domain/option.ts';
import type { Language, Texts } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import { optionText } from '../../texts/options.ts';

/** The application in one language. */
export function presentApplication(application: Application, language: Language) {
  const worded = <Named extends { readonly name: Texts }>(named: Named) => ({
    ...named,
    name: sayFirst(named.name, language),
  });
  return {
    ...worded(application),
    description: sayFirst(application.description, language),
    dimensions: application.dimensions.map((each) => ({ ...worded(each), listed: each.listed.map(worded) })),
    actions: application.actions.map(worded),
    profiles: application.profiles.map((each) => ({
      key: each.key,
      name: sayFirst(each.name, language),
      cells: cellsOf(application, each, language),
    })),
  };
}

/** The column of the matrix, in the order in which the rows stand in the application. */
function cellsOf({ actions, dimensions }: Application, profile: ApplicationProfile, language: Language) {
  const ofActions = actions.map(({ key: row }) => ({
    ...{ kind: 'action', dimension: null, row },
    ...worded(profile.actions[row], language),
  }));
  const ofValues = dimensions.flatMap(({ key: dimension, listed }) =>
    listed.map(({ key: row }) => ({
      ...{ kind: 'value', dimension, row },
      ...worded(profile.values[dimension]?.[row], language),
    })),
  );
  return [...ofActions, ...ofValues];
}

function worded(cell: Cell = 'NA', language: Language) {
  const reason = optionReasonOf(cell);
  return { cell, reason, text: reason === null ? null : optionText(reason, language) };
}

/** Its name in that language; of one that the registry has lost the key. */
export function applicationName(registry: Registry, key: string, language: Language): string {
  const application = registry.get(key);
  return application === undefined ? key : sayFirst(application.name, language);
}
