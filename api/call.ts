import type { Readable } from 'node:stream';
import { reachOf } from '../domain/reach.ts';
import { can, needsPostboxGrant } from '../domain/rights.ts';
import type { Action } from '../domain/action-rules.ts';
import type { Reach } from '../domain/reach.ts';
import type { Subject } from '../domain/rights.ts';
import { hidden, orThrow, Refused, refuseState } from '../domain/verdict.ts';
import { rememberedAnswer } from '../db/queries/remembered-answer.ts';
import type { Caller } from './caller.ts';
import type { ApiContext } from './context.ts';
import type { Deps } from './deps.ts';
import { markOf, requestIdOf } from './middleware/idempotency.ts';
import type { AnyCall, AnyOperation, RequestMark } from './operation.ts';

interface Parts {
  readonly operation: AnyOperation;
  readonly ctx: ApiContext;
  readonly deps: Deps;
  readonly caller: Caller;
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** The body as it was sent, before defaults: what the body hash is taken over. */
  readonly content: unknown;
  readonly version: number | null;
  readonly key: string | null;
  readonly stream: Readable | null;
}

interface CallMade {
  readonly call: AnyCall;
  readonly isAsked: () => boolean;
  /** Companies in which a grant let the caller through. */
  readonly usedIn: ReadonlySet<string>;
}

/** The request as its handler sees it, and whether the handler asked for the declared right. */
export function callOf(parts: Parts): CallMade {
  const { operation, ctx, deps, caller } = parts;
  let isAsked = operation.right === 'public' || operation.right === 'self';
  const right = (): Action => {
    isAsked = true;
    if (operation.right !== 'public' && operation.right !== 'self') return operation.right;
    throw new Error(`operation ${operation.id} has no action to ask for`);
  };
  const usedIn = new Set<string>();
  const request = requestOf(parts);
  const call: AnyCall = {
    caller,
    params: parts.params,
    query: parts.query,
    body: parts.body,
    receivedAt: ctx.state.receivedAt,
    language: ctx.state.language,
    clientAddress: ctx.state.clientAddress,
    get version() {
      return given(parts.version, operation, 'ifMatch');
    },
    get request() {
      return given(request, operation, 'a JSON body under a key');
    },
    get stream() {
      return given(parts.stream, operation, 'upload');
    },
    header: (name) => ctx.get(name) || undefined,
    cookie: (name) => ctx.cookies.get(name),
    allow: (kind, row) => {
      const seen = allowed(caller, right(), kind, row);
      if (seen.companyId !== undefined && isByGrant(caller, right())) usedIn.add(seen.companyId);
      return seen;
    },
    reach: (): Reach => {
      const reach = reachOf(caller.actor, right());
      if (isByGrant(caller, right())) for (const id of reach.joinedCompanyIds) usedIn.add(id);
      return reach;
    },
    once: (work, mark) =>
      rememberedOr(deps, mark ?? given(request, operation, 'a JSON body under a key'), work),
    requestOver: (contentSha256) =>
      markOf(
        requestIdOf(caller, operation, parts.params, given(parts.key, operation, 'a key')),
        contentSha256,
        ctx,
      ),
  };
  return { call, isAsked: () => isAsked, usedIn };
}

/** A list is a use too, wherever he holds anything. */
function isByGrant({ actor }: Caller, action: Action): boolean {
  return actor.kind === 'user' && actor.grants.length > 0 && needsPostboxGrant(action);
}

function allowed<Row extends Omit<Subject, 'kind'>>(
  caller: Caller,
  action: Action,
  kind: Subject['kind'],
  row: Row | null | undefined,
): Row {
  if (row === null || row === undefined) throw new Refused(hidden);
  orThrow(can(caller.actor, action, { ...row, kind }));
  return row;
}

/** An upload's mark waits for its hash. */
function requestOf({ operation, ctx, caller, params, content, key }: Parts): RequestMark | null {
  if (key === null || operation.upload !== undefined) return null;
  return markOf(requestIdOf(caller, operation, params, key), content, ctx);
}

/** I7: the same key gets the same answer, even where the state has moved on since; another body is refused. */
async function rememberedOr<Result>(
  deps: Deps,
  request: RequestMark,
  work: () => Promise<Result>,
): Promise<Result> {
  const remembered = await rememberedAnswer(deps.knex, request.id);
  if (remembered === null) return work();
  if (remembered.bodyHash !== request.bodyHash) throw new Refused(refuseState('request.key-reused'));
  return remembered.answer as Result;
}

function given<Value>(value: Value | null, operation: AnyOperation, what: string): Value {
  if (value === null) throw new Error(`operation ${operation.id} does not declare ${what}`);
  return value;
}
