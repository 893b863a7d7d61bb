/**
 * The screen on which somebody's rights are set: every option of the application with whether it is held, and where it cannot
 * be given the reason why (UM-15, UM-16). What is open here is what saving would accept, as things stand.
 */
import type { Application, ApplicationAction, ApplicationProfile, Cell } from './application.ts';
import type { OptionReason } from './option.ts';
import { optionReasonOf } from './option.ts';
import type { RightSet } from './right-set.ts';
import type { Holder } from './right-wish.ts';

export interface FormOption {
  readonly key: string;
  readonly isHeld: boolean;
  /** Null: it can be given. */
  readonly grey: OptionReason | null;
}

export interface RightsForm {
  readonly actions: readonly FormOption[];
  readonly values: Readonly<Record<string, readonly FormOption[]>>;
}

export interface FormFacts {
  readonly application: Application;
  readonly holder: Holder;
  /** A column of the matrix, where the application has one and one is chosen. */
  readonly profile: string | null;
  readonly held: RightSet;
  /** What the one who looks may give. */
  readonly ceiling: RightSet;
  /** What the operator lets the company hold, with what that covers. */
  readonly boundary: RightSet;
}

export function formFor(facts: FormFacts): RightsForm {
  const { application } = facts;
  const column = application.profiles.find(({ key }) => key === facts.profile);
  return {
    actions: application.actions.map((action) => ({
      key: action.key,
      isHeld: facts.held.some(({ actions }) => actions.includes(action.key)),
      grey: greyAction(facts, action, column),
    })),
    values: Object.fromEntries(
      application.dimensions.map((dimension) => [
        dimension.key,
        valuesOf(facts, dimension.key).map((value) => ({
          key: value,
          isHeld: hasValue(facts.held, dimension.key, value),
          grey: greyValue(facts, dimension.key, value, column),
        })),
      ]),
    ),
  };
}

function greyAction(
  { application, holder, boundary, ceiling }: FormFacts,
  action: ApplicationAction,
  column: ApplicationProfile | undefined,
): OptionReason | null {
  if (application.heldBy === 'profile') return 'option.by-profile';
  if (!action.settable) return 'option.not-applicable';
  if (!isForHolder(action, holder)) return 'option.not-for-holder';
  return (
    greyCell(column?.actions[action.key]) ??
    greyLimit(boundary, ceiling, (block) => block.actions.includes(action.key))
  );
}

function greyValue(
  { boundary, ceiling }: FormFacts,
  dimension: string,
  value: string,
  column: ApplicationProfile | undefined,
): OptionReason | null {
  const isIn = (block: RightSet[number]) => block.scope[dimension]?.includes(value) === true;
  return greyCell(column?.values[dimension]?.[value]) ?? greyLimit(boundary, ceiling, isIn);
}

function greyCell(cell: Cell | undefined): OptionReason | null {
  return cell === undefined ? null : optionReasonOf(cell);
}

function greyLimit(
  boundary: RightSet,
  ceiling: RightSet,
  isIn: (block: RightSet[number]) => boolean,
): OptionReason | null {
  if (!boundary.some(isIn)) return 'option.ask-operator';
  return ceiling.some(isIn) ? null : 'option.not-yours';
}

/** RT-07; rights of administration are no router's. */
function isForHolder(action: ApplicationAction, { routerType }: Holder): boolean {
  if (routerType === null) return !action.onlyRouters;
  return !action.isAdministration && (action.routerTypes?.includes(routerType) ?? true);
}

/** Values that stand in the file, or those of the account that the boundary names; and whatever is held. */
function valuesOf({ application, boundary, held }: FormFacts, dimension: string): readonly string[] {
  const listed = application.dimensions.find(({ key }) => key === dimension)?.listed ?? [];
  const named = [...boundary, ...held].flatMap(({ scope }) => scope[dimension] ?? []);
  return [...new Set([...listed.map(({ key }) => key), ...named])];
}

function hasValue(rights: RightSet, dimension: string, value: string): boolean {
  return rights.some(({ scope }) => scope[dimension]?.includes(value) === true);
}
