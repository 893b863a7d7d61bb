/** JSON as callers give it, in a body, a form or a stream: what is refused wherever it stands. */
import { HttpRefusal } from './refusal.ts';
import { unknownFields, unsafeNames, wrongFormat } from './validation.ts';

const maxDepth = 16;
/** Half a pair: no character, and what is stored of it is another text than what was given (RFC 7493, 2.1). */
const loneSurrogate = /\p{Surrogate}/u;

/** What the text says. Refuses `request.malformed-json` and what `refuseUnsafe` refuses. */
export function givenJson(text: string): unknown {
  const value = parsed(text);
  refuseUnsafe(value);
  return value;
}

/** At most 16 levels deep, without names that reach into prototypes, and every text is one. */
export function refuseUnsafe(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && loneSurrogate.test(value)) throw wrongFormat('body', path, 'unicode');
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= maxDepth) throw new HttpRefusal(400, 'request.too-deep', { details: { maxDepth } });
  for (const [name, each] of Object.entries(value)) {
    if (unsafeNames.has(name) || loneSurrogate.test(name)) throw unknownFields('body', [[...path, name]]);
    refuseUnsafe(each, [...path, name]);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'request.malformed-json');
  }
}
