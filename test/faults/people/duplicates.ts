/** Duplicates that were asked for (WF-38): commands and acts of time. */
import { Readable } from 'node:stream';
import { askForDuplicate } from '../../../db/changes/ask-for-duplicate.ts';
import type { DuplicateCommandName } from '../../../domain/duplicate-request.ts';
import { createDiskStore } from '../../../platform/disk-store.ts';
import { aCopy, aStoredDocument } from '../../support/duplicate-stories.ts';
import { twoAccounts } from '../../support/merge-stories.ts';
import { begin } from '../../support/people-stories.ts';
import type { Case, Stage } from './stage.ts';
import { ago } from './stage.ts';

async function asked(stage: Stage, number: string) {
  const at = ago(20);
  const two = await twoAccounts(stage, at);
  if (number === 'STORED') {
    const documentId = await aStoredDocument(stage.knex, two, number, at);
    const row = await stage.knex('issued_documents').where({ id: documentId }).first('pdf_blob_id');
    await putObject(stage, row.pdf_blob_id as string);
  }
  const of = { clientCode: 'DL210001', number, issuerId: null };
  const id = await askForDuplicate(stage.knex)(of, two.contactOf(two.sourceId), two.request());
  return { two, id };
}

/** Where a row has a key there is an object (I13). */
async function putObject({ product }: Stage, blobId: string): Promise<void> {
  await (await createDiskStore(product.objectFolder)).put(blobId, Readable.from([Buffer.from('sealed')]));
}

const done = (subject: string, event: string) => ({ event: { kind: `duplicate-request.${event}`, subject } });

function command(name: DuplicateCommandName, event: string): Case {
  return {
    activity: 'commandDuplicate',
    does: name,
    set: async (stage) => {
      const { two, id } = await asked(stage, 'LOST');
      const life = await begin(stage, 'duplicate-request', id);
      stage.aim('duplicate-request', id, 'commandDuplicate');
      const copy = aCopy();
      if (name === 'fulfil') await putObject(stage, copy.id);
      const [words, input] = name === 'fulfil' ? [{ copy }, null] : [{}, { reason: 'not-kept' }];
      const go = () => life.command(name, 'duplicateId', words, undefined, two.issuer.actor, { input });
      return { ...done(id, event), go };
    },
  };
}

function act(does: string, event: string, number: string, past: (at: Date) => object): Case {
  return {
    activity: 'carryOutDuplicate',
    does,
    set: async (stage) => {
      const { id } = await asked(stage, number);
      await stage
        .knex('duplicate_requests')
        .where({ id })
        .update(past(new Date(ago(1))));
      stage.aim('duplicate-request', id, 'carryOutDuplicate');
      return { ...done(id, event), go: () => begin(stage, 'duplicate-request', id) };
    },
  };
}

export const duplicateCases: readonly Case[] = [
  command('fulfil', 'delivered'),
  command('refuse', 'refused'),
  act('deliver', 'delivered', 'STORED', () => ({ version: 1 })),
  act('overdue', 'overdue', 'LOST', (at) => ({ due_at: at, next_act_at: at })),
  act('end', 'ended', 'STORED', (at) => ({ delivered_at: at, copy_ends_at: at, next_act_at: at })),
];
