import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Instant } from '../domain/calendar.ts';
import type { Action } from '../domain/action-rules.ts';
import type { Reach } from '../domain/reach.ts';
import type { Subject } from '../domain/rights.ts';
import type { Language } from '../texts/languages.ts';
import type { Answer } from './answers.ts';
import type { Caller, CallerKind } from './caller.ts';
import type { Deps } from './deps.ts';

/** Marks a command: who, what, on what, with which key; and what the body was (decided.md, Lives and ids). */
export interface RequestMark {
  readonly id: string;
  readonly bodyHash: string;
  readonly receivedAt: Instant;
}

/** One validated request, as a handler sees it. */
export interface Call<Params, Query, Body> {
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The version named by `If-Match`; only where the operation declares `ifMatch`. */
  readonly version: number;
  /** Handed to the change or the life; only where the operation asks for an `Idempotency-Key`. */
  readonly request: RequestMark;
  readonly receivedAt: Instant;
  readonly language: Language;
  readonly clientAddress: string;
  /** The body of an upload, at most `upload.maxBytes` long: it ends with `upload.too-large` beyond that. */
  readonly stream: Readable;
  /** A single request header, for `Range` and the like. */
  header(name: string): string | undefined;
  /** A cookie of the browser. */
  cookie(name: string): string | undefined;
  /** Asks `can` for the declared right: returns the row, or refuses with 404 (missing, not visible) or 403. */
  allow<Row extends Omit<Subject, 'kind'>>(kind: Subject['kind'], row: Row | null | undefined): Row;
  /** The declared right as sets, for a list query. */
  reach(): Reach;
  /**
   * The answer remembered under this request, else the work: another body under the same key is refused. An upload
   * names the mark it made by `requestOver`.
   */
  once<Result>(work: () => Promise<Result>, request?: RequestMark): Promise<Result>;
  /** For uploads: the mark once the stream has been read and its SHA-256 is known. */
  requestOver(contentSha256: string): RequestMark;
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** An action of `domain/action-rules.ts`; `self` acts on the caller's own; `public` asks nobody who he is. */
export type Right = Action | 'self' | 'public';

export interface ResponseSpec {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Other than JSON: `application/pdf`. */
  readonly mediaType?: string;
  /** Whether the answer carries `ETag: "<version>"`. */
  readonly versioned?: boolean;
}

/** Reason codes by status; what every operation shares (401, 422 …) is added by `openapi.ts`. */
export type Refusals = Readonly<Partial<Record<number, readonly string[]>>>;

export interface UploadSpec {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly description: string;
  /** `multipart/form-data` of two parts, in this order. */
  readonly form?: FormSpec;
}

export interface BodyForm {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
}

export interface FormSpec {
  readonly json: { readonly name: string; readonly schema: z.ZodType };
  readonly file: { readonly name: string; readonly mediaType: string; readonly description: string };
}

export interface OperationSpec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result,
> {
  /** Unique, a verb and an object: `decideMailItem`. Part of the request id: never change it. */
  readonly id: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly [string, ...string[]];
  readonly caller: 'anyone' | readonly [CallerKind, ...CallerKind[]];
  /** Without a declared right an operation does not build. */
  readonly right: Right;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** A JSON body that comes under another name than `application/json`. */
  readonly bodyAs?: BodyForm;
  readonly upload?: UploadSpec;
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  readonly refusals: Refusals;
  /** `key` for a POST unless the reason why it has none is written here. */
  readonly idempotency?: 'key' | { readonly none: string };
  readonly ifMatch?: boolean;
  /** Headers of its own, documented by name; the handler reads them by `call.header`. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** The caller must have proved who he is within the last minutes (check 47): a session alone may be stolen. */
  readonly stepUp?: boolean;
  /** Open to who must have a second factor and has none yet: all he may do is set that right (checks 21, 33). */
  readonly isFactorSetup?: boolean;
  handle(call: Call<z.output<Params>, z.output<Query>, z.output<Body>>, deps: Deps): Promise<Result>;
  answer(
    result: NoInfer<Result>,
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
    deps: Deps,
  ): Answer;
}

/** Any operation, for those who only carry it: the router and the OpenAPI document. */
export type AnyOperation = OperationSpec<z.ZodObject, z.ZodObject, z.ZodType, unknown>;
export type AnyCall = Call<Record<string, unknown>, Record<string, unknown>, unknown>;

type NoFields = z.ZodObject<Record<string, never>>;

/**
 * Declares one HTTP operation. The declaration is the whole truth: the router validates by it and the OpenAPI
 * document is written from it. Mistakes that types cannot see stop the process at import.
 */
export function operation<
  Params extends z.ZodObject = NoFields,
  Query extends z.ZodObject = NoFields,
  Body extends z.ZodType = z.ZodUndefined,
  Result = unknown,
>(spec: OperationSpec<Params, Query, Body, Result>): OperationSpec<Params, Query, Body, Result> {
  const fault = faultOf(spec);
  if (fault !== undefined) throw new Error(`operation ${spec.id}: ${fault}`);
  return spec;
}

function faultOf(spec: AnyOperation): string | undefined {
  const isPublic = spec.right === 'public';
  if (typeof (spec.right as unknown) !== 'string') return 'a right must be declared';
  if (isPublic !== (spec.caller === 'anyone')) return 'the right public and the caller anyone go together';
  if (/\{/.test(spec.path) !== (spec.params !== undefined)) return 'path parameters and params go together';
  if (isPublic && spec.stepUp === true) return 'nobody can prove himself to a public operation';
  if (spec.body !== undefined && spec.upload !== undefined) return 'a body is either JSON or an upload';
  if (spec.method === 'get' && (spec.body ?? spec.upload) !== undefined) return 'a GET has no body';
  return undefined;
}

/** Whether callers must send an `Idempotency-Key`. */
export function needsKey(spec: AnyOperation): boolean {
  return spec.idempotency === 'key' || (spec.idempotency === undefined && spec.method === 'post');
}

export function isWriting(spec: AnyOperation): boolean {
  return spec.method !== 'get';
}
