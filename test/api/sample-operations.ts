import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { z } from 'zod';
import { created, ok } from '../../api/answers.ts';
import { operation } from '../../api/operation.ts';
import { cutPage, keyOfCursor, pageOf, pageQuery } from '../../api/pages.ts';
import { idParameter } from '../../api/parameters.ts';
import { Away } from '../../api/refusal.ts';
import { change } from '../../db/changes/change.ts';
import { orThrow, refuseState } from '../../domain/verdict.ts';

const note = z
  .strictObject({
    number: z.int().meta({ description: 'Counts up.', example: 1 }),
    text: z.string().meta({ description: 'What it says.', example: 'hello' }),
  })
  .meta({ id: 'SampleNote', description: 'A note.' });

const body = z.strictObject({
  text: z.string().min(1).max(20).meta({ description: 'What it says.', example: 'hello' }),
  kind: z.enum(['plain', 'loud']).default('plain').meta({ description: 'How it says it.' }),
  tags: z
    .array(z.strictObject({ name: z.string().meta({ description: 'A word.' }) }))
    .max(2)
    .optional()
    .meta({ description: 'Words.' }),
});

const params = z.strictObject({ boxId: idParameter('The postbox.') });

const boxOf = (knex: Knex) => async (id: string) => {
  const row = await knex('postboxes').where({ id }).first();
  return row === undefined ? null : { companyId: row.company_id, postboxId: row.id, siteId: row.site_id };
};

const words = { summary: 'Sample', description: 'A sample.', tags: ['Samples'] as [string] };

const writeNote = operation({
  ...words,
  id: 'writeNote',
  method: 'post',
  path: '/v1/boxes/{boxId}/notes',
  caller: ['user'],
  right: 'mail-item.decide',
  params,
  body,
  responses: { 201: { description: 'Written.', schema: note } },
  refusals: { 409: ['mail-item.closed'], 503: ['service.temporal-away'] },
  handle: async (call, { knex }) => {
    call.allow('mail-item', await boxOf(knex)(call.params.boxId));
    return call.once(() =>
      change(knex, call.request, async (trx) => {
        if (call.body.text === 'temporal') throw new Away('temporal');
        const [{ count } = { count: 0 }] = await trx('sample_notes').count({ count: '*' });
        orThrow(call.body.text === 'closed' ? refuseState('mail-item.closed') : { ok: true });
        await trx('sample_notes').insert({ number: Number(count) + 1, text: call.body.text });
        return { number: Number(count) + 1, text: call.body.text };
      }),
    );
  },
  answer: (row) => created(row, `/v1/notes/${row.number}`),
});

const listNotes = operation({
  ...words,
  id: 'listNotes',
  method: 'get',
  path: '/v1/notes',
  caller: ['user'],
  right: 'mail-item.read',
  query: z.strictObject({ ...pageQuery }),
  responses: { 200: { description: 'Notes.', schema: pageOf(note) } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const after = keyOfCursor(call.query.after, ['number']) ?? [0];
    const rows: { number: number; text: string }[] = await knex('sample_notes')
      .where('number', '>', after[0] ?? 0)
      .orderBy('number')
      .limit(call.query.limit + 1);
    return cutPage(rows, call.query.limit, (row) => [row.number]);
  },
  answer: (page) => ok({ ...page, items: page.items.map(({ number, text }) => ({ number, text })) }),
});

const readVersioned = operation({
  ...words,
  id: 'readVersioned',
  method: 'get',
  path: '/v1/versioned',
  caller: ['user'],
  right: 'self',
  responses: { 200: { description: 'It.', schema: note, versioned: true } },
  refusals: {},
  handle: () => Promise.resolve({ number: 7, text: 'seven' }),
  answer: (row) => ok(row, { version: row.number }),
});

const replaceVersioned = operation({
  ...words,
  id: 'replaceVersioned',
  method: 'put',
  path: '/v1/versioned',
  caller: ['user', 'site'],
  right: 'self',
  ifMatch: true,
  responses: { 200: { description: 'It.', schema: note } },
  refusals: {},
  handle: (call) => Promise.resolve(call.version),
  answer: (version) => ok({ number: version, text: 'replaced' }),
});

const uploadFile = operation({
  ...words,
  id: 'uploadFile',
  method: 'post',
  path: '/v1/files',
  caller: ['site'],
  right: 'self',
  query: z.strictObject({ label: z.string().meta({ description: 'The label.' }) }),
  upload: { mediaTypes: ['application/pdf'], maxBytes: 200_000, description: 'A file.' },
  responses: { 201: { description: 'Stored.', schema: note } },
  refusals: {},
  handle: async (call, { knex }) => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of call.stream) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return change(knex, call.requestOver(hash.digest('hex')), () =>
      Promise.resolve({ number: bytes, text: call.query.label }),
    );
  },
  answer: (row) => created(row, '/v1/files/1'),
});

const slow = operation({
  ...words,
  id: 'slow',
  method: 'get',
  path: '/v1/slow',
  caller: 'anyone',
  right: 'public',
  responses: { 200: { description: 'At last.', schema: z.strictObject({}) } },
  refusals: {},
  handle: () => pause(400),
  answer: () => ok({}),
});

const broken = operation({
  ...words,
  id: 'broken',
  method: 'get',
  path: '/v1/broken',
  caller: 'anyone',
  right: 'public',
  responses: { 200: { description: 'Never.' } },
  refusals: {},
  handle: () => Promise.reject(new Error('select * from users at /srv/secret/path.ts')),
  answer: () => ok({}),
});

const forgetful = operation({
  ...words,
  id: 'forgetful',
  method: 'get',
  path: '/v1/forgetful',
  caller: ['user'],
  right: 'mail-item.read',
  responses: { 200: { description: 'Never.', schema: z.strictObject({}) } },
  refusals: {},
  handle: () => Promise.resolve(),
  answer: () => ok({}),
});

const talkative = operation({
  ...words,
  id: 'talkative',
  method: 'get',
  path: '/v1/talkative',
  caller: 'anyone',
  right: 'public',
  responses: { 200: { description: 'Never.', schema: z.strictObject({}) } },
  refusals: {},
  handle: () => Promise.resolve(),
  answer: () => ok({ secret: 'leaked' }),
});

export const samples = [
  writeNote,
  listNotes,
  readVersioned,
  replaceVersioned,
  uploadFile,
  slow,
  broken,
  forgetful,
  talkative,
];
