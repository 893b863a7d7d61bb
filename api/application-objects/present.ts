import type { ApplicationObject } from '../../db/queries/application-objects.ts';
import type { Registry } from '../../domain/application.ts';
import { can } from '../../domain/rights.ts';
import type { Language } from '../../texts/languages.ts';
import { streamed } from '../answers.ts';
import type { Answer } from '../answers.ts';
import { applicationName } from '../applications/present.ts';
import type { Caller } from '../caller.ts';
import { Readable } from 'node:stream';
import { csvOf } from '../csv.ts';

export interface Reader {
  readonly caller: Caller;
  readonly language: Language;
  readonly registry: Registry;
}

/** EM-05: the price only with a price right on the scope of the object, in every format. */
export function presentObject(object: ApplicationObject, { caller, language, registry }: Reader) {
  const { actor, id: readerId } = caller;
  const { id, accountId, application, title, values, creatorId, createdAt, priceCents } = object;
  const mayKnow = can(actor, 'application-object.price', { ...object, kind: 'application-object' });
  return {
    ...{ id, accountId, application, title, values, createdAt },
    applicationName: applicationName(registry, application, language),
    isOwn: creatorId === readerId,
    priceCents: mayKnow.ok ? priceCents : null,
  };
}

/** The same objects with the same fields as a table. */
export function answerCsv(
  objects: readonly ApplicationObject[],
  reader: Reader,
  headers: Record<string, string> = {},
): Answer {
  const shown = objects.map((object) => presentObject(object, reader));
  const header = [
    ...['id', 'accountId', 'application', 'applicationName', 'title', 'values', 'isOwn', 'createdAt'],
    'priceCents',
  ];
  const rows = shown.map(({ values, isOwn, ...each }) => [
    ...[each.id, each.accountId, each.application, each.applicationName, each.title],
    Object.entries(values)
      .map(([dimension, value]) => `${dimension}:${value}`)
      .join(' '),
    ...[String(isOwn), each.createdAt, each.priceCents],
  ]);
  return streamed(200, Readable.from([csvOf(header, rows)]), {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="objects.csv"',
    ...headers,
  });
}
