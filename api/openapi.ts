/** The OpenAPI 3.1 document, written from the same declarations that the router validates by. */
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { oas31, ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { proofMinutes } from '../domain/session.ts';
import { refusalText } from '../texts/refusals.ts';
import { languages } from '../texts/languages.ts';
import { declaredReasons } from './declared-reasons.ts';
import { languageParameter } from './language.ts';
import { needsKey } from './operation.ts';
import type { AnyOperation, FormSpec, ResponseSpec } from './operation.ts';
import { problem } from './problem-schema.ts';

/** The document of these operations, in their order. */
export function openApiDocument(operations: readonly AnyOperation[]): oas31.OpenAPIObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const each of operations) {
    paths[each.path] = { ...paths[each.path], [each.method]: operationObject(each) };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'Mailroom', version: '1', description: introduction },
    security: [{ bearer: [] }, { cookie: [] }],
    tags: [...new Set(operations.flatMap(({ tags }) => tags))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of a log-in, of a scanning site or of an issuer of documents.',
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-mailroom',
          description: 'The session of a browser.',
        },
      },
      schemas: { Problem: problem },
    },
  });
  describeParameters(document);
  return document;
}

/** An optional parameter loses its description to its schema; readers look for it at the parameter. */
function describeParameters({ paths = {} }: oas31.OpenAPIObject): void {
  for (const operation of Object.values(paths).flatMap((path) =>
    Object.values(path as Record<string, oas31.OperationObject>),
  )) {
    for (const parameter of operation.parameters ?? []) {
      const { description } = ('schema' in parameter ? parameter.schema : {}) as oas31.SchemaObject;
      if ('name' in parameter && description !== undefined) parameter.description ??= description;
    }
  }
}

/** The file as it is checked in: a test fails when the two differ. */
export function openApiText(operations: readonly AnyOperation[]): string {
  return `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;
}

const introduction = [
  'Mailroom is the back office behind postal portals: letters that were scanned and wait for a decision, documents that issuers ' +
    'publish, and the people and rights around them.',
  '**Log-in**: `POST /v1/sessions` answers a token for `Authorization: Bearer`, or sets a cookie in a browser. The session ends ' +
    '`idleSeconds` after its last use, and at `expiresAt` at the latest. Sites and issuers call with tokens of their own. An ' +
    `operation with \`x-step-up\` wants a proof of who you are from the last ${String(proofMinutes)} minutes; a log-in is one, ` +
    '`POST /v1/sessions/current/proof` another.',
  '**Commands** carry an `Idempotency-Key`: the same key with the same body gets the same answer for 30 days, another body under ' +
    'it is refused. Where no answer came, or a 503, send the same again under the same key.',
  '**Refusals** are `application/problem+json` (RFC 9457) with a stable `reason`; their words come in ' +
    `${languages.join(', ')} by \`Accept-Language\`, or by \`lang\` in the address. What is not yours to see is not there (404). ` +
    'Where `Retry-After` stands, it says when to come again.',
  '**Lists** come in pages: give `next` as `after`. **Versions**: an `ETag` is what `If-Match` must name; without it the answer is ' +
    '428, with an older one 409. **Periods** named here are those of a policy that says nothing else; the answer holds the instant.',
].join('\n\n');

function operationObject(operation: AnyOperation): ZodOpenApiOperationObject {
  const body = bodyOf(operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `${operation.description}\n\n${rightText(operation)}`,
    tags: [...operation.tags],
    ...(operation.caller === 'anyone' ? { security: [] } : {}),
    requestParams: {
      ...(operation.params === undefined ? {} : { path: operation.params }),
      query: (operation.query ?? z.strictObject({})).extend({ [languageParameter]: language }),
      header: headersOf(operation),
    },
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answersOf(operation), ...refusalsOf(operation) },
    ...(operation.stepUp === true ? { 'x-step-up': true } : {}),
    'x-right': operation.right,
    'x-callers': operation.caller === 'anyone' ? ['anyone'] : [...operation.caller],
  };
}

function rightText({ right, caller, idempotency, stepUp }: AnyOperation): string {
  const who = caller === 'anyone' ? 'anyone' : caller.join(', ');
  const needs =
    right === 'public'
      ? 'no right'
      : right === 'self'
        ? 'no right beyond being logged in'
        : `the right \`${right}\``;
  const key = typeof idempotency === 'object' ? ` Takes no \`Idempotency-Key\`: ${idempotency.none}` : '';
  const proof =
    stepUp === true
      ? ` Needs a proof of who you are from the last ${proofMinutes} minutes: \`POST /v1/sessions/current/proof\`.`
      : '';
  return `For: ${who}. Needs: ${needs}.${proof}${key}`;
}

function bodyOf({ body, bodyAs, upload }: AnyOperation): ZodOpenApiOperationObject['requestBody'] {
  if (body !== undefined) {
    const types = bodyAs?.mediaTypes ?? ['application/json'];
    return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema: body }])) };
  }
  if (upload === undefined) return undefined;
  const { maxBytes, description, mediaTypes, form } = upload;
  const content =
    form === undefined ? { schema: { type: 'string', format: 'binary' } as const } : formOf(form);
  return {
    required: true,
    description: `${description} At most ${maxBytes} bytes.`,
    content: Object.fromEntries(mediaTypes.map((type) => [type, content])),
  };
}

function formOf({ json, file }: FormSpec) {
  const binary = z.string().meta({ description: file.description, format: 'binary' });
  return {
    schema: z.strictObject({ [json.name]: json.schema, [file.name]: binary }),
    encoding: {
      [json.name]: { contentType: 'application/json' },
      [file.name]: { contentType: file.mediaType },
    },
  };
}

function headersOf(operation: AnyOperation) {
  return z.object({
    'Accept-Language': z.string().optional().meta({
      description: 'Language of refusals and other sentences: nl, fr, de or en.',
      example: 'nl-BE, en;q=0.5',
    }),
    ...(needsKey(operation) ? { 'Idempotency-Key': idempotencyKey } : {}),
    ...(operation.ifMatch === true ? { 'If-Match': ifMatch } : {}),
    ...operation.headers,
  });
}

const language = z.string().optional().meta({
  description:
    'Start parameter of a portal: nl, fr, de or en, before `Accept-Language`. Anything else is ignored.',
  example: 'fr',
});

const idempotencyKey = z.string().min(8).max(128).meta({
  description: 'New for each command; the same for a repetition of it. Visible ASCII, a UUID for instance.',
  example: '6f1f9a52-2d0e-4a4e-9a55-0a4f7f6b3c21',
});
const ifMatch = z
  .string()
  .meta({ description: 'The version you saw: the `ETag` of the object.', example: '"7"' });

function answersOf({ responses }: AnyOperation): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, spec]) => [
      status,
      { description: spec.description, headers: answerHeaders(Number(status), spec), ...contentOf(spec) },
    ]),
  );
}

function contentOf({ schema, mediaType }: ResponseSpec) {
  if (mediaType !== undefined) {
    return { content: { [mediaType]: { schema: { type: 'string', format: 'binary' } as const } } };
  }
  return schema === undefined ? {} : { content: { 'application/json': { schema } } };
}

function answerHeaders(status: number, { versioned }: ResponseSpec) {
  return z.object({
    'X-Request-Id': z.string().meta({ description: 'Names this request in our logs.' }),
    ...(versioned === true ? { ETag: z.string().meta({ description: 'The version, for `If-Match`.' }) } : {}),
    ...(status === 201 ? { Location: z.string().meta({ description: 'Where it can be read.' }) } : {}),
  });
}

function refusalsOf(operation: AnyOperation): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(declaredReasons(operation)).map(([status, reasons = []]) => [
      status,
      refusalObject(reasons),
    ]),
  );
}

function refusalObject(reasons: readonly string[]) {
  const sorted = [...reasons].sort();
  const lines = sorted.map((reason) => `- \`${reason}\`: ${refusalText(reason, 'en').title}`);
  return {
    description: lines.join('\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { reason: { enum: sorted, description: 'Why.' } },
        },
      },
    },
  };
}
