/** Requests as the API document gives them for example. */
import { randomUUID } from 'node:crypto';
import type { Agent } from 'supertest';
import type { oas31 } from 'zod-openapi';
import { openApiDocument } from '../../api/openapi.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';

const document = openApiDocument(operations);

/** A request that fits the document: what is refused then is refused for who asks, or for what is away. */
export async function exampleRequest(
  http: Pick<Agent, 'get' | 'post' | 'put' | 'patch' | 'delete'>,
  operation: AnyOperation,
  path: string,
  headers: Readonly<Record<string, string>>,
  known: (parameter: string) => string | undefined = () => undefined,
) {
  const described = document.paths?.[operation.path]?.[operation.method];
  const request = http[operation.method](path)
    .query(queryOf(operation, known))
    .set(headers)
    .set(ownHeaders(operation))
    .set({ 'Idempotency-Key': randomUUID(), ...(operation.ifMatch === true ? { 'If-Match': '"1"' } : {}) });
  const { content = {} } = (described?.requestBody ?? {}) as Partial<oas31.RequestBodyObject>;
  const media = operation.upload?.mediaTypes[0];
  if (media !== undefined) return request.type(media).send('x');
  const [written] = Object.entries(content);
  if (written === undefined) return request;
  const [name, { schema }] = written;
  return request.type(name).send(JSON.stringify(exampleOf(schema as oas31.SchemaObject)));
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
