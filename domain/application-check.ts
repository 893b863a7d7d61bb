/**
 * Whether a file of the registry says something that can be lived by (UM-26: applications are data). Every fault is
 * named, with file and path and what would be accepted: whoever adds the ninth application is no programmer of ours.
 */
import type { Application, ApplicationAction, ApplicationProfile, Cell, Registry } from './application.ts';
import { actionFaults } from './application-actions.ts';
import { dimensionAt } from './application-dimensions.ts';
import type { Place } from './data-shape.ts';
import {
  choiceOf,
  countOf,
  fieldsOf,
  flagOf,
  keyOf,
  listOf,
  noteTwins,
  orNull,
  textsOf,
  valueIn,
} from './data-shape.ts';

export interface ApplicationFile {
  readonly file: string;
  readonly content: unknown;
}

export type ReadApplication =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly faults: readonly string[] };

export type ReadRegistry =
  | { readonly ok: true; readonly registry: Registry }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The registry of these files, or every fault of all of them; one key in two files is one. */
export function registryFrom(files: readonly ApplicationFile[]): ReadRegistry {
  const read = files.map(({ file, content }) => readApplication(content, file));
  const faults = [...read.flatMap((each) => (each.ok ? [] : each.faults)), ...twinsAmong(files)];
  if (faults.length > 0) return { ok: false, faults };
  const applications = read.flatMap((each) => (each.ok ? [each.application] : []));
  return { ok: true, registry: new Map(applications.map((each) => [each.key, each])) };
}

/** The application that the file holds, or every fault of it: `x.json: actions[3].implies[0]: no action is called "y"; …`. */
export function readApplication(raw: unknown, file: string): ReadApplication {
  const faults: string[] = [];
  const note = (path: string, problem: string, accepted: string) =>
    void faults.push(`${file}: ${path === '' ? 'the file' : path}: ${problem}; accepted: ${accepted}`);
  const application = applicationAt({ value: raw, path: '', isRequired: true, note });
  return faults.length === 0 ? { ok: true, application } : { ok: false, faults };
}

function twinsAmong(files: readonly ApplicationFile[]): readonly string[] {
  const keys = files.map(({ content }) => valueIn(content, 'key'));
  return files.flatMap(({ file }, index) => {
    const first = keys.indexOf(keys[index]);
    if (typeof keys[index] !== 'string' || first === index) return [];
    return [
      `${file}: key: is ${JSON.stringify(keys[index])} like that of ${files[first]?.file ?? ''}; accepted: a key of its own`,
    ];
  });
}

function applicationAt(place: Place): Application {
  const field = fieldsOf(place, {
    required: ['key', 'version', 'name', 'description', 'heldBy', 'dimensions', 'actions'],
    optional: ['profiles'],
  });
  const actionPlaces = listOf(field('actions'));
  const known = actionPlaces
    .map(({ value }) => valueIn(value, 'key'))
    .filter((key) => typeof key === 'string');
  const heldBy = choiceOf(field('heldBy'), ['grant', 'profile']);
  const dimensions = listOf(field('dimensions')).map(dimensionAt);
  const actions = actionPlaces.map((each) => actionAt(each, known));
  noteTwins(field('dimensions'));
  noteTwins(field('actions'));
  noteTwins(field('profiles'));
  if (Array.isArray(field('actions').value) && actions.length === 0)
    place.note('actions', 'is empty', 'at least one action');
  actionFaults(actions, heldBy, place.note);
  return {
    key: keyOf(field('key')),
    version: countOf(field('version')),
    name: textsOf(field('name'), 100),
    description: textsOf(field('description'), 500),
    heldBy,
    dimensions,
    actions,
    profiles: listOf(field('profiles')).map((each) => profileAt(each, { actions, dimensions })),
  };
}

function actionAt(place: Place, known: readonly string[]): ApplicationAction {
  const field = fieldsOf(place, {
    required: ['key', 'name', 'isAdministration', 'objects', 'showsPrices'],
    optional: ['implies', 'covers', 'excludes', 'routerTypes', 'onlyRouters', 'settable'],
  });
  const key = keyOf(field('key'));
  const others = (name: string) => listOf(field(name)).map((each) => otherAction(each, key, known));
  return {
    key,
    name: textsOf(field('name'), 100),
    implies: others('implies'),
    covers: others('covers'),
    excludes: others('excludes'),
    isAdministration: flagOf(field('isAdministration'), false),
    routerTypes: orNull(field('routerTypes'), routerTypesAt),
    onlyRouters: flagOf(field('onlyRouters'), false),
    settable: flagOf(field('settable'), true),
    objects: choiceOf(field('objects'), [null, 'all', 'own']),
    showsPrices: flagOf(field('showsPrices'), false),
  };
}

function otherAction(place: Place, self: string, known: readonly string[]): string {
  const named = keyOf(place);
  const accepted = `one of ${known.filter((key) => key !== self).join(', ')}`;
  if (named === self) place.note(place.path, 'names the action itself', accepted);
  else if (named !== '' && !known.includes(named))
    place.note(place.path, `no action is called ${JSON.stringify(named)}`, accepted);
  return named;
}

function routerTypesAt(place: Place): ApplicationAction['routerTypes'] {
  const types = listOf(place).map((each) => choiceOf(each, ['conventional', 'other']));
  if (Array.isArray(place.value) && types.length === 0)
    place.note(place.path, 'is empty', 'conventional, other, or null for both');
  return types;
}

function profileAt(
  place: Place,
  { actions, dimensions }: Pick<Application, 'actions' | 'dimensions'>,
): ApplicationProfile {
  const field = fieldsOf(place, { required: ['key', 'name', 'actions', 'values'] });
  const listed = dimensions.filter(({ values }) => values === 'listed');
  const ofDimension = fieldsOf(field('values'), { required: listed.map(({ key }) => key) });
  const cells = cellsAt(field('actions'), actions);
  for (const { key, settable } of actions) {
    const cell = cells[key];
    if (!settable && (cell === 'X' || cell === 'O'))
      place.note(
        `${field('actions').path}.${key}`,
        `is ${cell}`,
        'NA or NO, for this action can never be set',
      );
  }
  return {
    key: keyOf(field('key')),
    name: textsOf(field('name'), 100),
    actions: cells,
    values: Object.fromEntries(listed.map((each) => [each.key, cellsAt(ofDimension(each.key), each.listed)])),
  };
}

/** One cell for every row of the matrix. */
function cellsAt(place: Place, rows: readonly { readonly key: string }[]): Readonly<Record<string, Cell>> {
  const cell = fieldsOf(place, { required: rows.map(({ key }) => key) });
  return Object.fromEntries(rows.map(({ key }) => [key, choiceOf(cell(key), ['NO', 'X', 'O', 'NA'])]));
}
