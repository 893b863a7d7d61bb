/** The four languages of Mailroom and which of them a person is answered in. */

export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** Whether the value names one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return (languages as readonly unknown[]).includes(value);
}

interface LanguageRange {
  readonly tag: string;
  readonly weight: number;
}

/** More ranges than any browser sends; the rest of a hostile header is not looked at. */
const maxRanges = 50;

function rangesOf(header: string): LanguageRange[] {
  return header
    .split(',', maxRanges)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { tag, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ tag }) => tag !== '');
}

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110): q-values count, `nl-BE` is Dutch, `*`
 * stands for the fallback, `q=0` excludes. Nothing that fits: the fallback.
 */
export function pickLanguage(acceptLanguage: string | undefined, fallback: Language): Language {
  if (acceptLanguage === undefined) return fallback;
  const ranges = rangesOf(acceptLanguage).map(({ tag, weight }) => ({
    tag: tag.split('-')[0] ?? '',
    weight,
  }));
  const excluded = new Set(ranges.filter(({ weight }) => weight <= 0).map(({ tag }) => tag));
  let best: { language: Language; weight: number } | undefined;
  for (const { tag, weight } of ranges) {
    const language = tag === '*' ? fallback : tag;
    if (!isLanguage(language) || excluded.has(language)) continue;
    if (weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? fallback;
}

/**
 * The text in the asked language, else in English, else in any language that has it; an empty string when there is
 * none at all. Never a key (UM-27).
 */
export function sayFirst(texts: Partial<Record<Language, string>>, language: Language): string {
  for (const candidate of [language, 'en', ...languages] as const) {
    const text = texts[candidate];
    if (text !== undefined && text.trim() !== '') return text;
  }
  return '';
}
