import { v4 as uuid } from 'uuid';
import { languageOf } from '../language.ts';
import type { ApiMiddleware } from '../context.ts';
import type { Deps } from '../deps.ts';
import { clientAddressOf, networkCheck } from './client-address.ts';

/** Letters, digits and a few marks: nothing that could end a log line or a header. */
const safeId = /^[A-Za-z0-9._-]{8,64}$/;

/** What holds for every request: its id, when it was received, from where, and in which language it is answered. */
export function requestFacts(deps: Deps): ApiMiddleware {
  const isOurs = networkCheck(deps.config.trustedProxies);
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    ctx.state.requestId = safeId.test(given) ? given : uuid();
    ctx.state.receivedAt = deps.clock();
    ctx.state.language = languageOf(ctx, 'en');
    const forwardedFor = ctx.req.headers['x-forwarded-for'];
    ctx.state.clientAddress = clientAddressOf(
      ctx.req.socket.remoteAddress ?? '',
      Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
      isOurs,
    );
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}
