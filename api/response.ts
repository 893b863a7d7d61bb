import type { Answer } from './answers.ts';
import type { ApiContext } from './context.ts';
import type { AnyOperation } from './operation.ts';

/** Writes the answer; JSON in camelCase as the presenter made it. */
export function writeAnswer(ctx: ApiContext, { status, body, stream, headers }: Answer): void {
  ctx.status = status;
  if (headers !== undefined) ctx.set({ ...headers });
  if (stream !== undefined) ctx.body = stream;
  else if (status === 204) ctx.body = null;
  else {
    ctx.body = JSON.stringify(body);
    ctx.type = 'application/json';
  }
}

/** Outside production an answer that its operation does not declare is a fault, so that no field leaks unseen. */
export function checkAnswer(operation: AnyOperation, answer: Answer): void {
  const spec = operation.responses[answer.status];
  if (spec === undefined) throw new Error(`operation ${operation.id} does not declare ${answer.status}`);
  if (spec.versioned === true && answer.headers?.['ETag'] === undefined) {
    throw new Error(`operation ${operation.id} declares a version and sends none`);
  }
  if (spec.schema === undefined) return;
  const read = spec.schema.safeParse(answer.body);
  if (!read.success) {
    throw new Error(`operation ${operation.id} answers otherwise than declared: ${read.error.message}`);
  }
}
