import { applicationObjects } from '../../db/queries/application-objects.ts';
import type { z } from 'zod';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import type { Call } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { answerCsv, presentObject } from './present.ts';
import { objectsPage, objectsQuery } from './schemas.ts';

/** EM-06, IR-01, RT-05: what the rights of the caller show, and no more: his own deposits, or all of the scope. */
export const listApplicationObjects = operation({
  id: 'listApplicationObjects',
  method: 'get',
  path: '/v1/application-objects',
  summary: 'What the applications show you',
  description:
    'Objects of the applications on every account where you hold a right that shows them, newest first; people of a router ' +
    'see those of its clients. Nothing tells how many others there are.',
  tags: ['Application objects'],
  caller: ['user', 'operator'],
  right: 'application-object.read',
  query: objectsQuery,
  responses: { 200: { description: 'A page of objects.', schema: objectsPage } },
  refusals: {},
  handle: pageAsked,
  answer: ({ items, next }, { caller, language }, { registry }) =>
    ok({ items: items.map((each) => presentObject(each, { caller, language, registry })), next }),
});

export const exportApplicationObjects = operation({
  id: 'exportApplicationObjects',
  method: 'get',
  path: '/v1/application-objects.csv',
  summary: 'What the applications show you, as a table',
  description:
    'The same page as comma-separated values. A text that a spreadsheet would take for a formula has an apostrophe in ' +
    'front. `Link` names the next page.',
  tags: ['Application objects'],
  caller: ['user', 'operator'],
  right: 'application-object.read',
  query: objectsQuery,
  responses: { 200: { description: 'A page of objects.', mediaType: 'text/csv' } },
  refusals: {},
  handle: pageAsked,
  answer: ({ items, next }, { caller, language }, { registry }) => {
    const link = `</v1/application-objects.csv?after=${next ?? ''}>; rel="next"`;
    return answerCsv(items, { caller, language, registry }, next === null ? {} : { Link: link });
  },
});

async function pageAsked(call: Call<unknown, z.output<typeof objectsQuery>, unknown>, { knex }: Deps) {
  const { limit, after, value, accountId, application } = call.query;
  const at = value?.indexOf(':') ?? 0;
  const asked =
    value === undefined ? undefined : { dimension: value.slice(0, at), value: value.slice(at + 1) };
  const filter = { accountId, application, value: asked };
  const page = { limit: limit + 1, before: idOfCursor(after) ?? undefined };
  const objects = await applicationObjects(knex, call.reach(), filter, page);
  return cutPage(objects, limit, ({ id }) => [id]);
}
