/** The API reference page, its script and its document, all from our own server and without inline code. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Router from '@koa/router';
import type { ApiContext, ApiMiddleware, ApiState } from './context.ts';
import { openApiText } from './openapi.ts';
import type { AnyOperation } from './operation.ts';

const packaged = new URL('./browser/', import.meta.resolve('@scalar/api-reference/style.css'));

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailroom API</title>
<link rel="stylesheet" href="/reference/style.css">
</head>
<body>
<div id="reference"></div>
<script src="/reference/standalone.js"></script>
<script src="/reference/start.js"></script>
</body>
</html>
`;

const start = `Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
});
`;

const day = 'public, max-age=86400';

/** `GET /`, `GET /openapi.json` and what the page loads. Public: it holds no personal data. */
export function referencePage(operations: readonly AnyOperation[]): ApiMiddleware {
  const router = new Router<ApiState>({ strict: true, sensitive: true });
  const document = lazily(() => Promise.resolve(Buffer.from(openApiText(operations))));
  const script = lazily(() => readFile(fileURLToPath(new URL('standalone.js', packaged))));
  const style = lazily(() => readFile(fileURLToPath(new URL('../style.css', packaged))));
  const files: readonly (readonly [
    path: string,
    type: string,
    cache: string,
    load: () => Promise<Loaded>,
  ])[] = [
    ['/', 'text/html', 'no-cache', lazily(() => Promise.resolve(Buffer.from(page)))],
    ['/openapi.json', 'application/json', 'no-cache', document],
    ['/reference/start.js', 'text/javascript', day, lazily(() => Promise.resolve(Buffer.from(start)))],
    ['/reference/standalone.js', 'text/javascript', day, script],
    ['/reference/style.css', 'text/css', day, style],
  ];
  for (const [path, type, cache, load] of files) {
    router.get(path, async (ctx) => send(ctx as unknown as ApiContext, type, cache, await load()));
  }
  return router.routes() as unknown as ApiMiddleware;
}

interface Loaded {
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

/** Read and compressed at the first request, not at import; a failed reading is tried again. */
function lazily(read: () => Promise<Buffer>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  const load = async (): Promise<Loaded> => {
    const plain = await read();
    return { plain, zipped: await promisify(gzip)(plain) };
  };
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

function send(ctx: ApiContext, type: string, cache: string, { plain, zipped }: Loaded): void {
  const isZipped = ctx.acceptsEncodings('gzip', 'identity') === 'gzip';
  ctx.body = isZipped ? zipped : plain;
  ctx.type = type;
  ctx.set('Cache-Control', cache);
  ctx.vary('Accept-Encoding');
  if (isZipped) ctx.set('Content-Encoding', 'gzip');
}
