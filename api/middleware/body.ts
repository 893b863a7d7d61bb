import { bodyParser } from '@koa/bodyparser';
import type { ApiContext, ApiMiddleware } from '../context.ts';
import type { BodyForm } from '../operation.ts';
import { refuseUnsafe } from '../given-json.ts';
import { inTime } from '../in-time.ts';
import { HttpRefusal } from '../refusal.ts';

const plainJson: BodyForm = { mediaTypes: ['application/json'], maxBytes: 100_000 };
/** A JSON body is small: whoever needs longer holds a connection, not a conversation. */
const patienceMs = 20_000;

const parserOf = ({ mediaTypes, maxBytes }: BodyForm) =>
  bodyParser({
    enableTypes: ['json'],
    extendTypes: { json: [...mediaTypes] },
    parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    jsonLimit: maxBytes,
    jsonStrict: false,
    onError: (error) => {
      throw (error as { status?: number }).status === 413
        ? new HttpRefusal(413, 'request.too-large', { details: { maxBytes } })
        : new HttpRefusal(400, 'request.malformed-json');
    },
  }) as unknown as ApiMiddleware;

/** The JSON body: at most 100 kB unless told. */
export async function readJsonBody(ctx: ApiContext, form: BodyForm = plainJson): Promise<unknown> {
  if (!isJsonAs(ctx, form.mediaTypes)) {
    throw new HttpRefusal(415, 'request.media-type', { details: { accepted: [...form.mediaTypes] } });
  }
  const parse = parserOf(form);
  await inTime(
    parse(ctx, () => Promise.resolve()) as Promise<unknown>,
    patienceMs,
    () => new HttpRefusal(408, 'request.too-slow'),
  );
  const { body } = ctx.request as { body?: unknown };
  refuseUnsafe(body);
  return body;
}

/** A request without a declared body may have none, or the empty object. */
export async function refuseBody(ctx: ApiContext): Promise<void> {
  if (!hasBody(ctx)) return;
  if (ctx.method === 'GET' || ctx.method === 'HEAD') throw new HttpRefusal(400, 'request.body-unexpected');
  const body = await readJsonBody(ctx);
  const isEmpty = typeof body === 'object' && body !== null && Object.keys(body).length === 0;
  if (!isEmpty) throw new HttpRefusal(400, 'request.body-unexpected');
}

function hasBody(ctx: ApiContext): boolean {
  const length = ctx.get('Content-Length');
  return ctx.get('Transfer-Encoding') !== '' || (length !== '' && length !== '0');
}

function isJsonAs(ctx: ApiContext, mediaTypes: readonly string[]): boolean {
  const charset = /;\s*charset=("?)([^;"]+)\1/i.exec(ctx.get('Content-Type'))?.[2] ?? 'utf-8';
  const isUtf8 = ['utf-8', 'utf8', 'us-ascii'].includes(charset.toLowerCase());
  const type = ctx.get('Content-Type').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return mediaTypes.includes(type) && isUtf8 && ctx.get('Content-Encoding') === '';
}
