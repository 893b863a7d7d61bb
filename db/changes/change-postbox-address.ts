import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { AddressKind } from '../../domain/postbox.ts';
import { checkOpenBox } from '../../domain/postbox.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { AddressLines, PostboxAddress } from '../postbox-address-row.ts';
import { addressColumns, addressFrom, isSameAddress } from '../postbox-address-row.ts';
import type { AddressRow } from '../postbox-address-row.ts';
import { postboxFrom } from '../postbox-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockPostbox } from './lock-postbox.ts';

interface AddressChange {
  readonly postboxId: string;
  readonly kind: AddressKind;
  readonly lines: AddressLines;
}

/**
 * Sets an address of a box (PP-04); the same address again changes nothing. A new forwarding address wakes the letters
 * whose forwarding is planned: the one valid on the day counts, and their customers are told (PP-10). Refuses
 * `not-found`, `postbox.closed`.
 */
export const changePostboxAddress =
  (knex: Knex) =>
  ({ postboxId, kind, lines }: AddressChange, actor: Actor, at: Instant): Promise<PostboxAddress> =>
    change(knex, null, async (trx) => {
      const box = await lockPostbox(trx, postboxId);
      orThrow(checkOpenBox(postboxFrom(box)));
      const key = { postbox_id: postboxId, kind };
      const row = await trx('postbox_addresses').where(key).first<AddressRow | undefined>();
      if (row !== undefined && isSameAddress(addressFrom(row), lines)) return addressFrom(row);
      const version = (row?.version ?? 0) + 1;
      const columns = { ...addressColumns(lines), version, changed_at: toDb(at) };
      if (row === undefined) await trx('postbox_addresses').insert({ ...key, ...columns });
      else await trx('postbox_addresses').where(key).update(columns);
      await appendEvent(trx, {
        kind: 'postbox.address-changed',
        subjectType: 'postbox',
        subjectId: postboxId,
        companyId: box.company_id,
        actor,
        at,
        body: { kind, country: lines.country, version },
        ...(kind === 'forwarding' && { wakes: { life: 'postbox', id: postboxId } }),
      });
      return { kind, ...lines, version, changedAt: at };
    });
