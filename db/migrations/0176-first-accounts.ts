/**
 * Companies from before there were accounts get one, their boxes as its scope values and its boundary, and what was granted
 * on boxes as grants: administrators, who needed no row, by the operator; others by nobody known, so by him too. Runs again
 * where it was killed: what is there already is left alone.
 */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Migration } from './table.ts';

const everything = ['read', 'decide', 'settings', 'money'];

export const firstAccounts: Migration = {
  up: async (knex) => {
    const companies: { id: string; brand_id: string; name: string }[] = await knex('companies as c')
      .whereNotExists(knex('accounts as a').whereRaw('a.company_id = c.id'))
      .select('c.id', 'c.brand_id', 'c.name');
    for (const company of companies) await knex.transaction((trx) => openAccount(trx, company));
  },
  down: async (knex) => {
    for (const table of [
      'grant_values',
      'grant_actions',
      'grants',
      'holdings',
      'account_scope_values',
      'accounts',
    ])
      await knex(table).delete();
  },
};

async function openAccount(
  trx: Knex.Transaction,
  { id: companyId, brand_id, name }: { id: string; brand_id: string; name: string },
): Promise<void> {
  const accountId = uuidv7();
  const now = trx.raw('UTC_TIMESTAMP(6)');
  await trx('accounts').insert({
    id: accountId,
    brand_id,
    company_id: companyId,
    number: accountId,
    name,
    created_at: now,
  });
  await trx('accounts')
    .where({ id: accountId })
    .update({ number: trx.raw('CAST(10000000 + serial AS CHAR)') });
  const boxes: { id: string; number: string }[] = await trx('postboxes')
    .where({ company_id: companyId })
    .select('id', 'number');
  if (boxes.length === 0) return;
  await trx('account_scope_values').insert(
    boxes.map((box) => ({ account_id: accountId, dimension: 'postboxes', value: box.id, label: box.number })),
  );
  const all = boxes.map((box) => box.id);
  await grant(trx, accountId, { kind: 'company', id: companyId }, [{ boxes: all, actions: everything }]);
  const members: { id: string; profile: string }[] = await trx('memberships')
    .where({ company_id: companyId, deactivated_at: null })
    .select('id', 'profile');
  for (const member of members) {
    const holder = { kind: 'user', id: member.id };
    if (member.profile === 'administrator')
      await grant(trx, accountId, holder, [{ boxes: all, actions: everything }]);
    else await grant(trx, accountId, holder, await grantedOnBoxes(trx, member.id));
  }
}

interface OnBoxes {
  readonly boxes: readonly string[];
  readonly actions: readonly string[];
}

async function grantedOnBoxes(trx: Knex.Transaction, membershipId: string): Promise<readonly OnBoxes[]> {
  const rows: { postbox_id: string; action: string }[] = await trx('postbox_grants')
    .where({ membership_id: membershipId })
    .select('postbox_id', 'action');
  const boxes = [...new Set(rows.map((row) => row.postbox_id))];
  return boxes.map((box) => ({
    boxes: [box],
    actions: rows.filter((row) => row.postbox_id === box).map((row) => row.action),
  }));
}

async function grant(
  trx: Knex.Transaction,
  accountId: string,
  holder: { readonly kind: string; readonly id: string },
  blocks: readonly OnBoxes[],
): Promise<void> {
  if (blocks.length === 0) return;
  const holdingId = uuidv7();
  const now = trx.raw('UTC_TIMESTAMP(6)');
  await trx('holdings').insert({
    id: holdingId,
    holder_kind: holder.kind,
    holder_id: holder.id,
    account_id: accountId,
    application: 'postbox',
    profile: null,
    version: 1,
    changed_at: now,
  });
  for (const { boxes, actions } of blocks) {
    const id = uuidv7();
    await trx('grants').insert({
      id,
      holding_id: holdingId,
      grantor_kind: 'operator',
      grantor_id: '00000000-0000-0000-0000-000000000000',
      registry_version: 1,
      granted_at: now,
    });
    await trx('grant_actions').insert(actions.map((action) => ({ grant_id: id, action })));
    await trx('grant_values').insert(boxes.map((value) => ({ grant_id: id, dimension: 'postboxes', value })));
  }
}
