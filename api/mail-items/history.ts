import { z } from 'zod';
import type { HistoryEvent } from '../../db/queries/item-history.ts';
import { itemHistory } from '../../db/queries/item-history.ts';
import type { Zone } from '../../domain/calendar.ts';
import { historyLine } from '../../texts/history.ts';
import type { Language } from '../../texts/languages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, keyOfCursor, pageQuery } from '../pages.ts';
import { findItem } from './find.ts';
import { historyPage } from './history-schemas.ts';
import { itemParams } from './schemas.ts';
import { onTheClock } from '../on-the-clock.ts';

/** What happened to a letter and its scan, in words. */
export const readMailItemHistory = operation({
  id: 'readMailItemHistory',
  method: 'get',
  path: '/v1/mail-items/{id}/history',
  summary: 'What happened to a letter',
  description:
    'Everything that happened to the paper and its scan, oldest first, as sentences in your language, with who did ' +
    'it. It comes from the event log, which only grows and is chained by hashes.',
  tags: ['Mail items'],
  caller: ['user', 'site', 'operator'],
  right: 'mail-item.read',
  params: itemParams,
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of the history.', schema: historyPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { item } = await findItem(call, deps);
    const { limit, after } = call.query;
    const [seq] = keyOfCursor(after, ['number']) ?? [];
    const events = await itemHistory(deps.knex, item.id, { limit: limit + 1, after: Number(seq ?? 0) });
    return { ...cutPage(events, limit, (event) => [event.seq]), zone: item.policy.zone };
  },
  answer: ({ items, next, zone }, { language }) =>
    ok({ items: items.map((event) => presentEvent(event, zone, language)), next }),
});

const roleOf = { user: 'customer', site: 'site', staff: 'staff', system: 'system' } as const;

function presentEvent({ kind, at, facts, actorType, name }: HistoryEvent, zone: Zone, language: Language) {
  return {
    kind,
    text: historyLine(kind, language, { ...facts, zone }),
    ...onTheClock(at, zone),
    by: { role: roleOf[actorType], name },
  };
}
