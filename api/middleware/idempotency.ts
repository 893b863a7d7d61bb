import { hashOf } from '../canonical.ts';
import type { Caller } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { needsKey } from '../operation.ts';
import type { AnyOperation, RequestMark } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';

const keyForm = /^[\x21-\x7e]{8,128}$/;

/**
 * The key of the request, where the operation asks for one. It must be new for every command: 8 to 128 visible
 * ASCII characters, a UUID for instance.
 */
export function keyOf(ctx: ApiContext, operation: AnyOperation): string | null {
  if (!needsKey(operation)) return null;
  const key = ctx.get('Idempotency-Key');
  if (key === '')
    throw new HttpRefusal(400, 'request.key-missing', { details: { field: 'Idempotency-Key' } });
  if (!keyForm.test(key)) {
    throw new HttpRefusal(400, 'request.key-invalid', { details: { field: 'Idempotency-Key' } });
  }
  return key;
}

/** hash(actor, operation, subject, key): also the id of the Temporal update (decided.md, Lives and ids). */
export function requestIdOf(caller: Caller, operation: AnyOperation, params: unknown, key: string): string {
  return hashOf([caller.kind, caller.id, operation.id, params ?? null, key]);
}

/** What "the same body" means: the JSON or the upload's SHA-256, and the query it came with. */
export function markOf(id: string, content: unknown, ctx: ApiContext): RequestMark {
  const query = Object.fromEntries(new URLSearchParams(ctx.querystring));
  return { id, bodyHash: hashOf({ query, content }), receivedAt: ctx.state.receivedAt };
}
