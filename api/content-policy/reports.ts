/** The two forms in which browsers report, and what of it may be logged: no query, no fragment, no foreign text. */
import { z } from 'zod';

const legacy = z
  .looseObject({
    'csp-report': z.looseObject({}).meta({
      description: 'The violation, as CSP level 2 has it.',
      example: { 'violated-directive': 'img-src' },
    }),
  })
  .meta({ description: 'As `application/csp-report`.' });

const modern = z
  .array(
    z
      .looseObject({ body: z.looseObject({}).meta({ description: 'The violation.', example: {} }) })
      .meta({ description: 'One report.' }),
  )
  .min(1)
  .max(20)
  .meta({ description: 'As `application/reports+json`.' });

export const reportsBody = z
  .union([legacy, modern])
  .meta({ id: 'ContentPolicyReports', description: 'What browsers send when a content policy is violated.' });

interface Violation {
  readonly directive: string;
  /** Origin of what was not loaded, or the word for it: `inline`, `eval`, `data`. */
  readonly blocked: string;
  /** Path of our page; `elsewhere` for a page that is none of ours. */
  readonly page: string;
}

/** At most five of them: one line is enough to see that something is wrong. */
export function violationsIn(body: z.output<typeof reportsBody>, publicUrl: string): readonly Violation[] {
  const told = Array.isArray(body) ? body.map((report) => report.body) : [body['csp-report']];
  return told.slice(0, 5).map((facts) => ({
    directive: wordIn(facts, 'effectiveDirective', 'effective-directive', 'violated-directive'),
    blocked: blockedIn(textIn(facts, 'blockedURL', 'blocked-uri')),
    page: pageIn(textIn(facts, 'documentURL', 'document-uri'), publicUrl),
  }));
}

function textIn(facts: Readonly<Record<string, unknown>>, ...names: readonly string[]): string {
  const found = names.map((name) => facts[name]).find((value) => typeof value === 'string');
  return found ?? '';
}

function wordIn(facts: Readonly<Record<string, unknown>>, ...names: readonly string[]): string {
  return /^[a-z-]{1,40}/.exec(textIn(facts, ...names))?.[0] ?? 'unknown';
}

function blockedIn(text: string): string {
  if (/^[a-z-]{1,20}$/.test(text)) return text;
  const url = urlIn(text);
  if (url === null) return 'unknown';
  return url.origin === 'null' ? url.protocol : url.origin.slice(0, 100);
}

/** Ids of our pages may be logged; a query, or what stands behind the `#`, may be a secret. */
function pageIn(text: string, publicUrl: string): string {
  const url = urlIn(text);
  return url !== null && url.origin === new URL(publicUrl).origin ? url.pathname.slice(0, 100) : 'elsewhere';
}

function urlIn(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
