/** The codec endpoint of Temporal's UI: plain text for staff, nothing for anybody else. */
import Router from '@koa/router';
import { nobody } from './caller.ts';
import type { ApiContext, ApiMiddleware, ApiState } from './context.ts';
import type { Deps } from './deps.ts';
import { identify } from './identify.ts';
import { readJsonBody } from './middleware/body.ts';
import { networkCheck } from './middleware/client-address.ts';
import { HttpRefusal } from './refusal.ts';

const isLoopback = networkCheck(['127.0.0.0/8', '::1']);
/** A page of history: Temporal allows 2 MB a payload, and the UI asks for a page at once. */
const form = { mediaTypes: ['application/json'], maxBytes: 32_000_000 };

/** `POST /codec/encode` and `/codec/decode`, with the preflight that a UI on another port needs. */
export function codecRoutes(deps: Deps): ApiMiddleware {
  const router = new Router<ApiState>({ strict: true, sensitive: true });
  for (const operation of ['encode', 'decode'] as const) {
    router.options(`/codec/${operation}`, (ctx) => {
      allowOrigin(ctx, deps);
      ctx.status = 204;
    });
    router.post(`/codec/${operation}`, async (plain) => {
      const ctx = plain as unknown as ApiContext;
      allowOrigin(ctx, deps);
      await onlyStaff(ctx, deps);
      ctx.body = JSON.stringify(await deps.codec(operation, await readJsonBody(ctx, form)));
      ctx.type = 'application/json';
    });
  }
  return router.routes() as unknown as ApiMiddleware;
}

/** Outside production whoever sits at this machine; in production an operator, and by token: no cookie comes here. */
async function onlyStaff(ctx: ApiContext, deps: Deps): Promise<void> {
  ctx.state.caller = nobody;
  if (isAtThisMachine(ctx, deps)) return;
  ctx.state.caller = await identify(ctx, deps);
  const isOperator = ctx.state.caller.kind === 'operator' && ctx.state.caller.via === 'bearer';
  if (!isOperator) throw new HttpRefusal(403, 'right.missing', { details: { action: 'operations.read' } });
}

function isAtThisMachine(ctx: ApiContext, deps: Deps): boolean {
  return deps.config.env !== 'production' && isLoopback(ctx.state.clientAddress);
}

/** A page of elsewhere must not use the browser of somebody at this machine: only loopback pages may ask. */
function allowOrigin(ctx: ApiContext, deps: Deps): void {
  const origin = ctx.get('Origin');
  if (origin === '') return;
  const isOurs =
    origin === deps.config.publicUrl || (deps.config.env !== 'production' && isLoopbackOrigin(origin));
  if (!isOurs) throw new HttpRefusal(403, 'request.cross-site');
  ctx.vary('Origin');
  ctx.set({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-namespace',
    'Access-Control-Max-Age': '600',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || isLoopback(host);
}
