/** Why an option stands on a rights screen and cannot be chosen (UM-15, PI-06): each says what could be done about it. */
import type { Cell } from './application.ts';

export const optionReasons = [
  /** The grantor does not hold it himself (UM-07). */
  'option.not-yours',
  /** NA: it has no meaning for this profile. */
  'option.not-applicable',
  /** NO: it would have one, and this profile may not have it. */
  'option.not-allowed',
  /** Outside the boundary of the company: a rights request to the operator (UM-15). */
  'option.ask-operator',
  /** Not for a user, not for a router, or not for a router of this type (RT-07). */
  'option.not-for-holder',
  /** Comes with the profile of the administrator and is never granted. */
  'option.by-profile',
] as const;
export type OptionReason = (typeof optionReasons)[number];

/** Why a cell of the matrix greys its option; null for a cell that does not. NA and NO stay apart (PI-06). */
export function optionReasonOf(cell: Cell): OptionReason | null {
  if (cell === 'NA') return 'option.not-applicable';
  return cell === 'NO' ? 'option.not-allowed' : null;
}
