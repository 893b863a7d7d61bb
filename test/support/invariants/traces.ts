/** I13: nothing of a letter or a person stands readable on a disk; objects and rows belong together. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeOrphans } from '../../../relay/orphans.ts';
import { createDiskStore } from '../../../platform/disk-store.ts';
import { instantOf } from '../../../domain/calendar.ts';
import type { Scene } from './scene.ts';
import type { Product } from '../product.ts';

export async function checkTraces({ product, branches }: Scene): Promise<string[]> {
  const canaries = branches.flatMap((branch) => branch.canaries);
  const { objectFolder, scratchFolder, servers } = product;
  const left = readdirSync(scratchFolder).map((name) => `I13: ${name} was left in the scratch folder`);
  return [
    ...left,
    ...tracesIn([objectFolder, ...servers.stores, ...logsOf(product)], canaries.flatMap(formsOf)),
    ...tracesIn([objectFolder], ['%PDF-']),
    ...(await objectFaults(product)),
  ];
}

/** Logs of all processes of it; the mail catcher stands for the mailboxes of customers. */
function logsOf({ folder, servers }: Product): string[] {
  const logs = join(folder, 'logs');
  return readdirSync(logs)
    .map((name) => join(logs, name))
    .filter((log) => log !== servers.mails.log);
}

/** One pass over all files for all words: hundreds of megabytes in a second. 2 is a file that vanished meanwhile. */
function tracesIn(paths: readonly string[], words: readonly string[]): string[] {
  const found = spawnSync('grep', ['-raoFf', '-', ...paths], { input: words.join('\n'), encoding: 'utf8' });
  if (found.error) throw found.error;
  return [...new Set(found.stdout.split('\n'))]
    .filter((line) => line !== '')
    .map((line) => `I13: found ${line}`);
}

/** As it is, and as it looks inside base64, wherever it begins. */
function formsOf(word: string): string[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + word).toString('base64');
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  return [word, ...inBase64];
}

/** Each row with a key has its object; each object has such a row, or is gone when a day has passed. */
async function objectFaults({ knex, objectFolder }: Product): Promise<string[]> {
  const store = await createDiskStore(objectFolder);
  const tomorrow = () => instantOf(Date.now() + 25 * 3_600_000);
  await removeOrphans({ knex, objectStore: store, clock: tomorrow });
  const kept = new Set<string>();
  for await (const { id } of store.list()) kept.add(id);
  const rows: { id: string }[] = await knex('blobs').whereNotNull('wrapped_key').select('id');
  const documents: string[] = await knex('identity_documents as d')
    .join('identity_document_keys as k', 'k.document_id', 'd.id')
    .whereNull('d.destroyed_at')
    .pluck('d.id');
  const referenced = new Set([...rows.map(({ id }) => id), ...documents]);
  const missing = [...referenced].filter((id) => !kept.has(id)).map((id) => `I13: object ${id} is missing`);
  const orphans = [...kept]
    .filter((id) => !referenced.has(id))
    .map((id) => `I13: object ${id} belongs to no row`);
  return [...missing, ...orphans];
}
