/**
 * The one exit for everything that is not a plain answer: problem+json (RFC 9457) with a stable reason code.
 * No stack, SQL or path leaves the house; what is unknown is logged under the request id and told as `internal`.
 */
import type { Logger } from 'pino';
import { Refused, statusOf } from '../domain/verdict.ts';
import type { RefusalDetails } from '../domain/verdict.ts';
import type { Language } from '../texts/languages.ts';
import { refusalText } from '../texts/refusals.ts';
import type { ApiContext, ApiMiddleware } from './context.ts';
import type { Deps } from './deps.ts';
import { checksAnswers } from './deps.ts';
import { isDeclared } from './declared-reasons.ts';
import { databaseAway, hashingBusy } from './outages.ts';
import { HttpRefusal } from './refusal.ts';
import type { FieldFault } from './refusal.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly reason: string;
  readonly requestId: string;
  readonly field?: string;
  readonly details?: RefusalDetails;
  readonly errors?: readonly (FieldFault & { readonly message: string })[];
}

/** Turns whatever is thrown further in into a problem; nothing passes it. */
export function answerErrors(deps: Deps): ApiMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (thrown) {
      const refusal = toRefusal(thrown) ?? internal(ctx, deps.log, thrown);
      writeProblem(ctx, isTold(ctx, deps, refusal) ? refusal : undeclared(ctx, deps.log, refusal));
    }
  };
}

/** The problem as it is written, in the caller's language. */
export function problemOf(refusal: HttpRefusal, language: Language, requestId: string): Problem {
  const { field = refusal.faults[0]?.field, ...details } = refusal.details;
  const { title, detail } = refusalText(refusal.reason, language, { ...details, field });
  return {
    type: `urn:mailroom:problem:${refusal.reason}`,
    title,
    status: refusal.status,
    detail,
    reason: refusal.reason,
    requestId,
    ...(typeof field === 'string' ? { field } : {}),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(refusal.faults.length === 0 ? {} : { errors: refusal.faults.map((fault) => told(fault, language)) }),
  };
}

function told(fault: FieldFault, language: Language): FieldFault & { message: string } {
  return { ...fault, message: refusalText(fault.reason, language, { field: fault.field }).detail };
}

function writeProblem(ctx: ApiContext, refusal: HttpRefusal): void {
  ctx.status = refusal.status;
  ctx.body = JSON.stringify(problemOf(refusal, ctx.state.language, ctx.state.requestId));
  ctx.set({ ...refusal.headers, 'Cache-Control': 'no-store', 'Content-Language': ctx.state.language });
  ctx.vary('Accept-Language');
  ctx.type = 'application/problem+json';
  // A body that was not read to its end would be taken for the next request.
  if (!ctx.req.complete) ctx.set('Connection', 'close');
}

function toRefusal(thrown: unknown): HttpRefusal | undefined {
  if (thrown instanceof HttpRefusal) return thrown;
  if (thrown instanceof Refused) {
    const { reason, kind, details } = thrown.refusal;
    return new HttpRefusal(statusOf[kind], reason, { details });
  }
  return hashingBusy(thrown) ?? databaseAway(thrown);
}

function internal(ctx: ApiContext, log: Logger, thrown: unknown): HttpRefusal {
  log.error({ requestId: ctx.state.requestId, operation: ctx.state.operation?.id, err: thrown }, 'failed');
  return new HttpRefusal(500, 'internal');
}

function isTold(ctx: ApiContext, deps: Deps, refusal: HttpRefusal): boolean {
  const { operation } = ctx.state;
  if (operation === undefined || !checksAnswers(deps.config)) return true;
  return isDeclared(operation, refusal.status, refusal.reason);
}

function undeclared(ctx: ApiContext, log: Logger, { status, reason }: HttpRefusal): HttpRefusal {
  const { operation, requestId } = ctx.state;
  log.error(
    { requestId, operation: operation?.id, status, reason },
    'a refusal its operation does not declare',
  );
  return new HttpRefusal(500, 'internal');
}
