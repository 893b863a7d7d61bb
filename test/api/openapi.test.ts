import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { oas31 } from 'zod-openapi';
import { declaredReasons } from '../../api/declared-reasons.ts';
import { openApiDocument, openApiText } from '../../api/openapi.ts';
import { operation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { languages } from '../../texts/languages.ts';
import { refusals, refusalText } from '../../texts/refusals.ts';

const document = openApiDocument(operations);
type Schema = oas31.SchemaObject;

test('the file is what the operations say: npm run openapi', () => {
  const file = readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(openApiText(operations)));
});

describe.each(operations.map((each) => [each.id, each] as const))('%s', (_id, each) => {
  const described = document.paths?.[each.path]?.[each.method];

  test('says what it does, for whom and with which right', () => {
    expect(each.summary.length).toBeGreaterThan(5);
    expect(each.description.length).toBeGreaterThan(20);
    expect(described).toMatchObject({ operationId: each.id, 'x-right': each.right });
    expect(described?.tags?.length).toBeGreaterThan(0);
  });

  test('describes every parameter and field, with an example', () => {
    for (const parameter of (described?.parameters ?? []) as oas31.ParameterObject[]) {
      expect([parameter.name, parameter.description]).toEqual([
        parameter.name,
        expect.stringMatching(/\w{3}/),
      ]);
    }
    const bodies = described?.requestBody === undefined ? [] : [described.requestBody];
    const roots = [...bodies, ...Object.values(described?.responses ?? {})] as oas31.ResponseObject[];
    for (const root of roots) {
      for (const media of Object.values(root.content ?? {}))
        expect(faultsIn(media.schema as Schema, each.id)).toEqual([]);
    }
  });

  test('[check 6] takes no field that is not declared', () => {
    const body = (described?.requestBody as oas31.RequestBodyObject | undefined)?.content['application/json'];
    expect(looseObjects(body?.schema as Schema | undefined, 'body')).toEqual([]);
  });

  test('lists its refusals, and each has words in four languages', () => {
    for (const [status, reasons = []] of Object.entries(declaredReasons(each))) {
      const response = described?.responses?.[status] as oas31.ResponseObject;
      for (const reason of reasons) {
        expect(response.description).toContain(`\`${reason}\``);
        expect([reason, Object.hasOwn(refusals, reason)]).toEqual([reason, true]);
        const titles = languages.map((language) => refusalText(reason, language).title);
        expect(new Set(titles).size).toBe(languages.length);
      }
    }
  });
});

test('the problem is described too', () => {
  expect(faultsIn(document.components?.schemas?.['Problem'] as Schema, 'Problem')).toEqual([]);
});

describe('an operation without a declared right', () => {
  const spec = {
    id: 'x',
    method: 'get' as const,
    path: '/x' as const,
    summary: 's',
    description: 'd',
    tags: ['t'] as [string],
    caller: ['user'] as ['user'],
    responses: {},
    refusals: {},
    handle: () => Promise.resolve(),
    answer: () => ({ status: 204 }),
  };

  test('[check 8] does not build: neither for the compiler nor at import', () => {
    // @ts-expect-error -- `right` is missing
    expect(() => operation(spec)).toThrow('a right must be declared');
  });

  test('is not saved by a made-up one', () => {
    // @ts-expect-error -- no such action
    operation({ ...spec, right: 'mail-item.everything' });
    expect(() => operation({ ...spec, right: 'public' })).toThrow('go together');
    expect(() => operation({ ...spec, caller: 'anyone', right: 'mail-item.read' })).toThrow('go together');
  });
});

/** Fields without a description, and leaves without an example or a closed list of values. */
function faultsIn(schema: Schema | undefined, at: string, seen: readonly string[] = []): string[] {
  if (schema === undefined) return [];
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    if (seen.includes(name)) return [];
    return faultsIn(document.components?.schemas?.[name] as Schema, `${at}>${name}`, [...seen, name]);
  }
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])] as Schema[];
  const inner = [
    ...parts.flatMap((part) => faultsIn(part, at, seen)),
    ...(schema.items === undefined ? [] : faultsIn(schema.items as Schema, `${at}[]`, seen)),
  ];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(
    ([name, field]) => [
      ...(isDescribed(field) ? [] : [`${at}/${name} has no description`]),
      ...(isShown(field) ? [] : [`${at}/${name} has no example`]),
      ...faultsIn(field, `${at}/${name}`, seen),
    ],
  );
  return [...inner, ...fields];
}

function resolved(field: Schema): Schema {
  const name = field.$ref?.split('/').at(-1);
  return name === undefined ? field : (document.components?.schemas?.[name] as Schema);
}

function isDescribed(field: Schema): boolean {
  return field.description !== undefined || resolved(field).description !== undefined;
}

/** Objects are shown by their fields, lists of objects by theirs. */
function isShown(field: Schema): boolean {
  const {
    example,
    examples,
    enum: values,
    const: only,
    default: preset,
    type,
    properties,
    items,
    anyOf,
    oneOf,
    allOf,
  } = resolved(field);
  if ([example, examples, values, only, preset, properties].some((value) => value !== undefined)) return true;
  if (type === 'boolean' || resolved(field).format === 'binary') return true;
  if (items !== undefined) return isShown(items as Schema);
  const parts = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])] as Schema[];
  return parts.some((part) => part.type !== 'null' && isShown(part));
}

function looseObjects(schema: Schema | undefined, at: string): string[] {
  if (schema === undefined) return [];
  const own = resolved(schema);
  const parts = [...(own.anyOf ?? []), ...(own.oneOf ?? [])] as Schema[];
  return [
    ...(own.properties !== undefined && own.additionalProperties !== false ? [at] : []),
    ...parts.flatMap((part) => looseObjects(part, at)),
    ...(own.items === undefined ? [] : looseObjects(own.items as Schema, `${at}[]`)),
    ...Object.entries((own.properties ?? {}) as Record<string, Schema>).flatMap(([name, field]) =>
      looseObjects(field, `${at}/${name}`),
    ),
  ];
}
