/** The API in the order a request passes it. */
import Koa from 'koa';
import conditional from 'koa-conditional-get';
import etag from '@koa/etag';
import type { ApiContext, ApiMiddleware, ApiState } from './context.ts';
import type { Deps } from './deps.ts';
import { answerErrors } from './errors.ts';
import { codecRoutes } from './codec.ts';
import { noStore } from './middleware/no-store.ts';
import { requestFacts } from './middleware/request-facts.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { operations } from './operations.ts';
import type { AnyOperation } from './operation.ts';
import { referencePage } from './reference-page.ts';
import { HttpRefusal } from './refusal.ts';
import { routerOf } from './router.ts';

/** The whole API over what it is handed; it listens to nothing yet. Tests may hand in operations of their own. */
export function createApp(deps: Deps, served: readonly AnyOperation[] = operations): Koa<ApiState> {
  const app = new Koa<ApiState>();
  app.silent = true;
  app.use(requestFacts(deps));
  app.use(requestLog(deps));
  app.use(securityHeaders());
  app.use(noStore);
  app.use(answerErrors(deps));
  app.use(conditional() as ApiMiddleware);
  app.use(etag());
  app.use(referencePage(served));
  app.use(codecRoutes(deps));
  app.use(routerOf(served, deps).routes() as unknown as ApiMiddleware);
  app.use(noRoute as ApiMiddleware);
  return app;
}

interface Matched {
  readonly matched?: readonly { readonly methods: readonly string[] }[];
}

/** A known path under another method is 405 with the methods it has, everything else 404. */
function noRoute(ctx: ApiContext): never {
  const layers = (ctx as unknown as Matched).matched ?? [];
  const allowed = [...new Set(layers.flatMap((layer) => layer.methods))].sort();
  if (allowed.length === 0) throw new HttpRefusal(404, 'not-found');
  throw new HttpRefusal(405, 'request.method-not-allowed', {
    details: { allowed },
    headers: { Allow: allowed.join(', ') },
  });
}
