/** The application of the operator's own boxes: what its rights come to, box by box (issue 3; UM-26). */
import type { EffectiveRights } from './holding.ts';
import type { GrantAction, PostboxGrant } from './rights.ts';
import { grantActions } from './rights.ts';

export const postboxApplication = 'postbox';
export const postboxDimension = 'postboxes';

/** One grant a box, with every action that counts on it. */
export function postboxGrantsOf(effective: readonly EffectiveRights[]): readonly PostboxGrant[] {
  const boxes = new Map<string, Set<string>>();
  for (const { application, rights } of effective) {
    if (application !== postboxApplication) continue;
    for (const { actions, scope } of rights)
      for (const box of scope[postboxDimension] ?? [])
        boxes.set(box, new Set([...(boxes.get(box) ?? []), ...actions]));
  }
  return [...boxes].map(([postboxId, held]) => ({
    postboxId,
    actions: grantActions.filter((action: GrantAction) => held.has(action)),
  }));
}
