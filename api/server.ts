/** The HTTP server around the app: limits of time and size, malformed requests, and a stop that loses nobody. */
import { createServer, STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { v4 as uuid } from 'uuid';
import { problemOf } from './errors.ts';
import { HttpRefusal } from './refusal.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface ApiServer {
  readonly server: Server;
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connection, finishes what is under way, and cuts what is still open after `graceMs`. */
  drain(graceMs: number): Promise<void>;
}

/** Headers within 10 s; a whole request within four hours, a month's documents over a slow line. Slow bodies are cut earlier. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 14_400_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
} as const;

const lastCallMs = 250;

export function createApiServer(handler: Handler): ApiServer {
  let isDraining = false;
  const server = createServer({ ...limits, insecureHTTPParser: false }, (request, response) => {
    if (isDraining) response.shouldKeepAlive = false;
    handler(request, response);
  });
  server.maxHeadersCount = 100;
  server.on('clientError', answerMalformed);
  return {
    server,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(portOf(server)));
      }),
    drain: async (graceMs) => {
      isDraining = true;
      // Who is in the kernel's queue already is let in, and sent away after one answer.
      await pause(lastCallMs);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      await Promise.race([closed, pause(graceMs, undefined, { ref: false })]);
      clearInterval(sweep);
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const malformed: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request.header-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too-slow'],
};

/** What is no HTTP at all never reaches the app; it is refused in the same form, and the connection ends. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason] = malformed[error.code ?? ''] ?? [400, 'request.malformed'];
  const requestId = uuid();
  const body = JSON.stringify(problemOf(new HttpRefusal(status, reason), 'en', requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Language: en',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
