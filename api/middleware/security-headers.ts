import helmet from 'koa-helmet';
import type { ApiMiddleware } from '../context.ts';

/** Where browsers report what the policy kept away (check 49). */
const reports = '/v1/content-policy-reports';
const group = 'content-policy';

/** ASVS 3.4: strict content policy, no framing, no sniffing, no referrer; the API page lives with it too. */
export function securityHeaders(): ApiMiddleware {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        reportUri: [reports],
        reportTo: [group],
      },
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  }) as ApiMiddleware;
  return (ctx, next) => {
    ctx.set('Reporting-Endpoints', `${group}="${reports}"`);
    return protect(ctx, next) as Promise<void>;
  };
}
