/** Requests as the API document gives them for example. */
import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import type { oas31 } from 'zod-openapi';
import { openApiDocument } from '../../api/openapi.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';

const document = openApiDocument(operations);

/** Where the example of the document is not enough. */
interface Filling {
  readonly version?: number;
  readonly fill?: (body: unknown) => unknown;
  readonly query?: Readonly<Record<string, string>>;
}

/** A request that fits the document: what is refused then is refused for who asks, or for what is away. */
export async function exampleRequest(
  http: Pick<Agent, 'get' | 'post' | 'put' | 'patch' | 'delete'>,
  operation: AnyOperation,
  path: string,
  headers: Readonly<Record<string, string>>,
  known: (parameter: string) => string | undefined = () => undefined,
  { version = 1, fill = (body) => body, query = {} }: Filling = {},
) {
  const described = document.paths?.[operation.path]?.[operation.method];
  const request = http[operation.method](path)
    .query({ ...queryOf(operation, known), ...query })
    .set(headers)
    .set(ownHeaders(operation))
    .set({
      'Idempotency-Key': randomUUID(),
      ...(operation.ifMatch === true ? { 'If-Match': `"${version}"` } : {}),
    });
  const { content = {} } = (described?.requestBody ?? {}) as Partial<oas31.RequestBodyObject>;
  const media = operation.upload?.mediaTypes[0];
  if (media !== undefined) return request.type(media).send('x');
  const [written] = Object.entries(content);
  if (written === undefined) return request;
  const [name, { schema }] = written;
  return request.type(name).send(JSON.stringify(fill(exampleOf(schema as oas31.SchemaObject))));
}

/** What has to be asked, and on what a right is asked about. */
function queryOf(
  { path, method }: AnyOperation,
  known: (parameter: string) => string | undefined,
): Record<string, string> {
  const described = document.paths?.[path]?.[method]?.parameters as oas31.ParameterObject[] | undefined;
  const asked = (described ?? []).filter(
    ({ in: where, name, required }) => where === 'query' && (required === true || name === 'values'),
  );
  return Object.fromEntries(
    asked.map(({ name, schema }) => [name, known(name) ?? String((schema as oas31.SchemaObject).example)]),
  );
}

/** As the document gives them for example. */
function ownHeaders({ headers = {} }: AnyOperation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, schema]) => [name, String(schema.meta()?.['example'])]),
  );
}

function exampleOf(schema: oas31.SchemaObject): unknown {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return exampleOf(document.components?.schemas?.[name] as oas31.SchemaObject);
  const {
    example,
    examples,
    const: only,
    enum: values,
    oneOf,
    anyOf,
    properties,
    items,
    required = [],
  } = schema;
  const shown: unknown = example ?? examples?.[0] ?? only ?? (values as unknown[] | undefined)?.[0];
  if (shown !== undefined) return shown;
  const [first] = (oneOf ?? anyOf ?? []) as oas31.SchemaObject[];
  if (first !== undefined) return exampleOf(first);
  if (items !== undefined) return [exampleOf(items as oas31.SchemaObject)];
  const fields = Object.entries((properties ?? {}) as Record<string, oas31.SchemaObject>);
  return Object.fromEntries(
    fields.filter(([field]) => required.includes(field)).map(([field, each]) => [field, exampleOf(each)]),
  );
}

/** Where in a request an id stands: `path:userId`, `query:postboxId`, `body:answers[].entryId`. */
export function idsAskedFor({ path, method }: AnyOperation): readonly string[] {
  const described = document.paths?.[path]?.[method];
  const parameters = (described?.parameters ?? []) as oas31.ParameterObject[];
  const { content = {} } = (described?.requestBody ?? {}) as Partial<oas31.RequestBodyObject>;
  return [
    ...parameters
      .filter(({ schema }) => resolved(schema as oas31.SchemaObject).format === 'uuid')
      .map(({ in: where, name }) => `${where}:${name}`),
    ...Object.values(content).flatMap(({ schema }) => idsIn(schema as oas31.SchemaObject, 'body:')),
  ];
}

function idsIn(schema: oas31.SchemaObject, at: string): readonly string[] {
  const { format, properties = {}, items, oneOf = [], anyOf = [] } = resolved(schema);
  if (format === 'uuid') return [at];
  const fields = Object.entries(properties as Record<string, oas31.SchemaObject>);
  return [
    ...fields.flatMap(([field, each]) => idsIn(each, at.endsWith(':') ? at + field : `${at}.${field}`)),
    ...(items === undefined ? [] : idsIn(items as oas31.SchemaObject, `${at}[]`)),
    ...([...oneOf, ...anyOf] as oas31.SchemaObject[]).flatMap((each) => idsIn(each, at)),
  ];
}

function resolved(schema: oas31.SchemaObject): oas31.SchemaObject {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolved(document.components?.schemas?.[name] as oas31.SchemaObject);
}
