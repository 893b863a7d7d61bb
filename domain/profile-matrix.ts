/**
 * What goes together in an application with profiles: the matrix of PI-05. What a grant violates is named cell by cell,
 * and "not applicable" (NA) stays another reason than "not allowed" (NO). The cells count, not the words above a column:
 * General access is headed "mail" and its cells let parcels in (PI-06).
 */
import type { Application, ApplicationProfile, Cell } from './application.ts';

/** What is to be held: the actions and, by dimension, the values. */
export interface ChosenRights {
  readonly actions: readonly string[];
  readonly scope: Readonly<Record<string, readonly string[]>>;
}

interface ActionRow {
  readonly kind: 'action';
  readonly row: string;
}
interface ValueRow {
  readonly kind: 'value';
  readonly dimension: string;
  readonly row: string;
}

/** A cell that is not kept to: X is missing, NA or NO was chosen. */
export type ViolatedCell = (ActionRow | ValueRow) & { readonly cell: Exclude<Cell, 'O'> };

/** A row that is held and may not be. */
export type DroppedCell = (ActionRow | ValueRow) & { readonly cell: 'NA' | 'NO' };

/** Every cell of the profile that the rights violate, in the order of the matrix; none: they match the profile (PI-06). */
export function checkProfile(
  application: Application,
  profileKey: string,
  chosen: ChosenRights,
): readonly ViolatedCell[] {
  const profile = profileOf(application, profileKey);
  const actions = application.actions.map(({ key }) => key);
  const ofActions = violationsOf(profile.actions, actions, chosen.actions).map((violated): ViolatedCell => ({
    kind: 'action',
    ...violated,
  }));
  const ofValues = application.dimensions
    .filter(({ values }) => values === 'listed')
    .flatMap(({ key: dimension, listed }) => {
      const rows = listed.map(({ key }) => key);
      return violationsOf(profile.values[dimension] ?? {}, rows, chosen.scope[dimension] ?? []).map(
        (violated): ViolatedCell => ({ kind: 'value', dimension, ...violated }),
      );
    });
  return [...ofActions, ...ofValues];
}

/** The profiles that the rights match, in the order of the application. */
export function matchingProfiles(application: Application, chosen: ChosenRights): readonly string[] {
  return application.profiles
    .map(({ key }) => key)
    .filter((key) => checkProfile(application, key, chosen).length === 0);
}

/** What has to go when the holder changes to that profile, each with its cell (PI-07). */
export function droppedByProfile(
  application: Application,
  profileKey: string,
  held: ChosenRights,
): readonly DroppedCell[] {
  return checkProfile(application, profileKey, held).filter(
    (violated): violated is DroppedCell => violated.cell !== 'X',
  );
}

function profileOf({ key, profiles }: Application, profileKey: string): ApplicationProfile {
  const profile = profiles.find((each) => each.key === profileKey);
  if (profile === undefined) throw new Error(`${key} has no profile ${profileKey}`);
  return profile;
}

/** A row that the matrix does not know does not apply. */
function violationsOf(
  cells: Readonly<Record<string, Cell>>,
  rows: readonly string[],
  chosen: readonly string[],
): { readonly row: string; readonly cell: Exclude<Cell, 'O'> }[] {
  return [...new Set([...rows, ...chosen])].flatMap((row) => {
    const cell = Object.hasOwn(cells, row) ? (cells[row] ?? 'NA') : 'NA';
    const isChosen = chosen.includes(row);
    return cell !== 'O' && isChosen === (cell !== 'X') ? [{ row, cell }] : [];
  });
}
