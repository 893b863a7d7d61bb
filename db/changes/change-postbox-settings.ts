import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { PostboxSettings } from '../../domain/postbox.ts';
import { checkOpenBox, checkSettings, isSetSo, settingsWith } from '../../domain/postbox.ts';
import { orThrow } from '../../domain/verdict.ts';
import { policyInForce } from '../policy-sets.ts';
import { postboxFrom, settingsColumns } from '../postbox-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockPostbox } from './lock-postbox.ts';

interface SettingsChange {
  readonly postboxId: string;
  readonly changes: Partial<PostboxSettings>;
  readonly version: number;
}

/**
 * Sets a box otherwise (PP-02, PP-07, PP-08). Settings that it has already change nothing, whatever version was seen.
 * What may be decided concerns the letters that are there: their lives look at their rows again. Refuses
 * `not-found`, `postbox.closed`, `postbox.version-stale`, `postbox.decisions-empty`, `postbox.option-not-allowed`,
 * `decision.manner-not-offered`.
 */
export const changePostboxSettings =
  (knex: Knex) =>
  ({ postboxId, changes, version }: SettingsChange, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const row = await lockPostbox(trx, postboxId);
      const box = postboxFrom(row);
      const wanted = settingsWith(box, changes);
      orThrow(checkOpenBox(box));
      if (isSetSo(box, wanted)) return;
      const { manners } = await policyInForce(trx, row.brand_id, at);
      orThrow(checkSettings(box, wanted, version, manners));
      await trx('postboxes')
        .where({ id: postboxId })
        .update({ ...settingsColumns(wanted), version: box.version + 1 });
      const isOpened = wanted.allowed.join() !== box.allowed.join();
      await appendEvent(trx, {
        kind: 'postbox.settings-changed',
        subjectType: 'postbox',
        subjectId: postboxId,
        companyId: row.company_id,
        actor,
        at,
        body: { ...wanted, version: box.version + 1 },
        ...(isOpened && { wakes: { life: 'letters-of', id: postboxId } }),
      });
    });
