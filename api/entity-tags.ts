import type { ApiContext } from './context.ts';
import type { AnyOperation } from './operation.ts';
import { HttpRefusal } from './refusal.ts';

/**
 * The version the caller saw, from `If-Match: "7"`. Missing: 428, for nobody may decide blindly (decided.md,
 * Decisions). A weak tag, `*`, a list or anything else: 400.
 */
export function versionSeen(ctx: ApiContext, operation: AnyOperation): number | null {
  if (operation.ifMatch !== true) return null;
  const header = ctx.get('If-Match').trim();
  if (header === '')
    throw new HttpRefusal(428, 'request.if-match-missing', { details: { field: 'If-Match' } });
  const digits = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new HttpRefusal(400, 'request.if-match-invalid', { details: { field: 'If-Match' } });
  }
  return Number(digits);
}
