/** I1: what was accepted is there, and its scan opens to what was handed in, or was destroyed with a record of it. */
import { createHash } from 'node:crypto';
import type { Scene } from './scene.ts';
import type { Said } from '../portal.ts';

interface ScanRow {
  readonly document_id: string;
  readonly location: string;
  readonly sha256: string;
  readonly wrapped_key: string | null;
  readonly destroyed_at: Date | null;
}

export async function checkScans(scene: Scene): Promise<string[]> {
  const accepted = scene.portal.said.filter(({ scan }) => scan !== undefined);
  const wrong = [];
  for (const letter of accepted) wrong.push(await faultOf(letter, scene));
  return wrong.flat();
}

async function faultOf({ answer, scan }: Said, scene: Scene): Promise<string[]> {
  const { knex } = scene.product;
  const id: string = answer.body.id;
  const row = await knex('documents as d')
    .join('blobs as b', 'b.id', 'd.blob_id')
    .where('d.mail_item_id', id)
    .first<ScanRow | undefined>(
      'd.id as document_id',
      'd.location',
      'b.sha256',
      'b.wrapped_key',
      'b.destroyed_at',
    );
  if (row === undefined) return [`I1: letter ${id} was accepted and is not there`];
  if (row.sha256 !== hashOf(scan ?? Buffer.alloc(0)))
    return [`I1: letter ${id} has another scan than was handed in`];
  if (row.location === 'destroyed') return destructionFaults(row, scene);
  const item = await knex('mail_items').where({ id }).first<{ company_id: string }>('company_id');
  const reader = scene.branches.find(({ ground }) => ground.companyId === item.company_id)?.customer;
  if (reader === undefined) return [];
  const opened = await scene.portal.download(reader, `/v1/documents/${row.document_id}/content`);
  const isWhole = opened.status === 200 && hashOf(opened.bytes) === row.sha256;
  return isWhole ? [] : [`I1: the scan of ${id} does not open: ${opened.status}`];
}

/** Key and object are gone, and exactly one event says so, with the hash of what there was. */
async function destructionFaults(row: ScanRow, { product: { knex } }: Scene): Promise<string[]> {
  const records: { body: string }[] = await knex('events')
    .where({ subject_id: row.document_id, kind: 'document.purged' })
    .select('body');
  const isTold = records.length === 1 && records[0]?.body.includes(row.sha256) === true;
  const wrong = isTold ? [] : [`I1: document ${row.document_id} has ${records.length} destruction records`];
  if (row.wrapped_key !== null)
    wrong.push(`I1: the key of destroyed document ${row.document_id} is still there`);
  if (row.destroyed_at === null) wrong.push(`I1: the blob of ${row.document_id} is not marked as destroyed`);
  return wrong;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
