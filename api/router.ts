/** One declared operation becomes one route: identified, validated, asked, answered, in that order. */
import Router from '@koa/router';
import { needsProof, proofMinutes } from '../domain/session.ts';
import { nobody } from './caller.ts';
import type { Caller } from './caller.ts';
import { callOf } from './call.ts';
import type { ApiContext, ApiState } from './context.ts';
import type { Deps } from './deps.ts';
import { checksAnswers } from './deps.ts';
import { versionSeen } from './entity-tags.ts';
import { identify, withObjectRights } from './identify.ts';
import { inTime } from './in-time.ts';
import { readJsonBody, refuseBody } from './middleware/body.ts';
import { refuseCrossSite } from './middleware/cross-site.ts';
import { keyOf } from './middleware/idempotency.ts';
import { withoutLanguage } from './language.ts';
import { isWriting } from './operation.ts';
import type { AnyOperation } from './operation.ts';
import { HttpRefusal } from './refusal.ts';
import { checkAnswer, writeAnswer } from './response.ts';
import { uploadStream } from './middleware/upload.ts';
import { createUses } from './uses.ts';
import { singleQuery, unknownFields, validated } from './validation.ts';

/** The router of all operations; ids and routes are unique or it throws. */
export function routerOf(operations: readonly AnyOperation[], deps: Deps): Router<ApiState> {
  refuseDoubles(operations);
  const router = new Router<ApiState>({ strict: true, sensitive: true });
  const noteUses = createUses(deps);
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1');
    router[operation.method](path, (ctx) => run(operation, ctx as unknown as ApiContext, deps, noteUses));
  }
  return router;
}

/** Longer than a command waits for its life (20 s). */
const patienceMs = 30_000;
const unavailable = () => new HttpRefusal(503, 'request.unavailable', { headers: { 'Retry-After': '5' } });

async function run(
  operation: AnyOperation,
  ctx: ApiContext,
  deps: Deps,
  noteUses: ReturnType<typeof createUses>,
): Promise<void> {
  ctx.state.operation = operation;
  const caller = await callerFor(operation, ctx, deps);
  if (operation.isFactorSetup !== true) refuseUnsecured(caller);
  if (operation.stepUp === true) refuseUnproven(ctx, caller);
  const input = await inputOf(operation, ctx);
  const asking = await withObjectRights(operation, caller, deps);
  const { call, isAsked, usedIn } = callOf({ operation, ctx, deps, caller: asking, ...input });
  const work = operation.handle(call, deps);
  // An upload takes as long as its line; everything else is answered, if only by "not now" (F09).
  const result = await (operation.upload === undefined ? inTime(work, patienceMs, unavailable) : work);
  const answer = operation.answer(result, call, deps);
  if (!isAsked()) throw new Error(`operation ${operation.id} answered without asking for its right`);
  if (checksAnswers(deps.config)) checkAnswer(operation, answer);
  writeAnswer(ctx, answer);
  await noteUses(caller, usedIn, ctx.state.receivedAt);
}

async function callerFor(operation: AnyOperation, ctx: ApiContext, deps: Deps): Promise<Caller> {
  const caller = operation.caller === 'anyone' ? nobody : await identify(ctx, deps);
  ctx.state.caller = caller;
  if (isWriting(operation)) refuseCrossSite(ctx, caller, deps.config.publicUrl);
  if (operation.caller !== 'anyone' && !operation.caller.some((kind) => kind === caller.kind)) {
    throw new HttpRefusal(403, 'right.missing', { details: { action: operation.right } });
  }
  return caller;
}

/** Without the second factor that policy or a short password asks for, nothing but setting it right (checks 21, 33). */
function refuseUnsecured({ needs }: Caller): void {
  const setUpAt = '/v1/me/factors';
  if (needs === 'factor') throw new HttpRefusal(403, 'session.factor-needed', { details: { setUpAt } });
  if (needs === 'factor-or-password')
    throw new HttpRefusal(403, 'session.password-too-short', {
      details: { setUpAt, changeAt: '/v1/me/password' },
    });
}

/** A service token has nobody behind it who could prove himself. */
function refuseUnproven(ctx: ApiContext, { sessionId, provenAt }: Caller): void {
  if (sessionId === null || !needsProof(provenAt, ctx.state.receivedAt)) return;
  const details = { proveAt: '/v1/sessions/current/proof', proofMinutes };
  throw new HttpRefusal(403, 'session.step-up-needed', { details });
}

async function inputOf(operation: AnyOperation, ctx: ApiContext) {
  const params = paramsOf(operation, ctx);
  const given = singleQuery(withoutLanguage(ctx.querystring));
  if (operation.query === undefined) refuseQuery(given);
  const query = operation.query === undefined ? {} : validated(operation.query, given, 'query');
  const version = versionSeen(ctx, operation);
  const key = keyOf(ctx, operation);
  if (operation.upload !== undefined) {
    const stream = uploadStream(ctx, operation.upload);
    return { params, query, version, key, content: null, body: undefined, stream };
  }
  if (operation.body === undefined) {
    await refuseBody(ctx);
    return { params, query, version, key, content: null, body: undefined, stream: null };
  }
  const content = await readJsonBody(ctx, operation.bodyAs);
  return {
    params,
    query,
    version,
    key,
    content,
    body: validated(operation.body, content, 'body'),
    stream: null,
  };
}

/** An id that cannot exist is answered like one that does not. */
function paramsOf(operation: AnyOperation, ctx: ApiContext): Record<string, unknown> {
  if (operation.params === undefined) return {};
  const { params } = ctx as unknown as { params: Record<string, string> };
  const read = operation.params.safeParse(params);
  if (!read.success) throw new HttpRefusal(404, 'not-found');
  return read.data;
}

function refuseQuery(given: Record<string, string>): void {
  const names = Object.keys(given);
  if (names.length > 0)
    throw unknownFields(
      'query',
      names.map((name) => [name]),
    );
}

function refuseDoubles(operations: readonly AnyOperation[]): void {
  const seen = new Set<string>();
  for (const { id, method, path } of operations) {
    for (const mark of [id, `${method} ${path.replaceAll(/\{[A-Za-z]+\}/g, '{}')}`]) {
      if (seen.has(mark)) throw new Error(`two operations are called ${mark}`);
      seen.add(mark);
    }
  }
}
