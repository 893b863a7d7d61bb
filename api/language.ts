import type { Language } from '../texts/languages.ts';
import { isLanguage, pickLanguage } from '../texts/languages.ts';
import type { ApiContext } from './context.ts';

/** The start parameter that a portal passes on (UM-02): every operation takes it, none refuses anything for it. */
export const languageParameter = 'lang';

/**
 * In which language to answer: `lang` when it names one of ours, else the best of `Accept-Language`, else the caller's.
 * What is no language of ours is as if it were not there.
 */
export function languageOf(ctx: Pick<ApiContext, 'querystring' | 'get'>, fallback: Language): Language {
  const asked = new URLSearchParams(ctx.querystring)
    .getAll(languageParameter)
    .map((tag) => tag.split('-', 1)[0]?.toLowerCase())
    .find(isLanguage);
  return asked ?? pickLanguage(ctx.get('Accept-Language') || undefined, fallback);
}

/** The query without it: what is left is the operation's own. */
export function withoutLanguage(querystring: string): string {
  const query = new URLSearchParams(querystring);
  query.delete(languageParameter);
  return query.toString();
}
