import { changePostboxSettings as change } from '../../db/changes/change-postbox-settings.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { changesIn, presentPostbox } from './present.ts';
import { boxParams, postbox, settingsBody } from './schemas.ts';

/** What happens to the post of a box by itself, and what may be decided about it (PP-02, PP-07, PP-08). */
export const changePostboxSettings = operation({
  id: 'changePostboxSettings',
  method: 'patch',
  path: '/v1/postboxes/{id}/settings',
  summary: 'Change the settings of a postbox',
  description:
    'What is left out stays as it is; settings that the box has already change nothing. The primary option and the ' +
    'default manner hold for letters to come; what may be decided holds within a second for those that are there. At least ' +
    'one decision must remain, and a box that forwards everything must allow `forward-now`.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  params: boxParams,
  body: settingsBody,
  ifMatch: true,
  responses: { 200: { description: 'The box as it is set now.', schema: postbox, versioned: true } },
  refusals: {
    409: ['postbox.closed', 'postbox.version-stale'],
    422: ['postbox.decisions-empty', 'postbox.option-not-allowed', 'decision.manner-not-offered'],
  },
  handle: async (call, deps) => {
    const { id: postboxId } = await findBox(call, deps);
    const settings = { postboxId, changes: changesIn(call.body), version: call.version };
    await change(deps.knex)(settings, eventActorOf(call.caller), call.receivedAt);
    return findBox(call, deps);
  },
  answer: (box, { caller }) => ok(presentPostbox(box, caller), { version: box.version }),
});
