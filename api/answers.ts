import type { Readable } from 'node:stream';

/** What goes out: written by the router, checked outside production against what the operation declares. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly stream?: Readable;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Extras {
  /** The version of the object shown: becomes its ETag, and what `If-Match` must name. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown, extras: Extras = {}): Answer {
  return { status: 200, body, headers: headersOf(extras) };
}

export function created(body: unknown, location: string, extras: Extras = {}): Answer {
  return { status: 201, body, headers: { ...headersOf(extras), Location: location } };
}

export function noContent(extras: Extras = {}): Answer {
  return { status: 204, headers: headersOf(extras) };
}

/** A file on its way through: the handler names type, length and disposition. */
export function streamed(status: 200 | 206, stream: Readable, headers: Record<string, string>): Answer {
  return { status, stream, headers };
}

function headersOf({ version, headers }: Extras): Record<string, string> {
  return { ...(version === undefined ? {} : { ETag: entityTag(version) }), ...headers };
}

/** `"7"`: a strong validator, the object's version. */
function entityTag(version: number): string {
  return `"${version}"`;
}
