import type { ApiMiddleware } from '../context.ts';

/** Every answer is somebody's until it says otherwise (ASVS 14.3.2): static files set their own header later. */
export const noStore: ApiMiddleware = async (ctx, next) => {
  ctx.set('Cache-Control', 'no-store');
  await next();
};
