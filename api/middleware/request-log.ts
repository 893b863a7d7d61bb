import { performance } from 'node:perf_hooks';
import type { ApiContext, ApiMiddleware } from '../context.ts';
import type { Deps } from '../deps.ts';

/** One line a request: the route's pattern, never its path, query, body or headers (no personal data). */
export function requestLog(deps: Deps): ApiMiddleware {
  return async (ctx, next) => {
    const startedAt = performance.now();
    ctx.res.once('close', () => deps.log.info(lineOf(ctx, performance.now() - startedAt), 'request'));
    await next();
  };
}

function lineOf(ctx: ApiContext, milliseconds: number): Record<string, unknown> {
  const { requestId, operation, caller } = ctx.state;
  return {
    requestId,
    method: knownMethod(ctx.method),
    route: operation?.path ?? 'none',
    operation: operation?.id,
    // 499: the client went away before there was an answer.
    status: ctx.res.headersSent ? ctx.status : 499,
    ms: Math.round(milliseconds * 10) / 10,
    caller: caller === undefined ? 'unknown' : caller.kind,
    callerId: caller?.id,
    ...(ctx.res.writableFinished ? {} : { cut: true }),
  };
}

function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
