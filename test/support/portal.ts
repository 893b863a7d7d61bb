/**
 * A client of the API as a portal writes one: a key for every command, and the same key again when nobody answered.
 * It keeps what it was answered, so that afterwards every answer can be asked for once more.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Login } from './ground.ts';

/** Whoever holds this token. */
export interface Caller {
  readonly token: string;
}

export interface Command {
  readonly as: Caller;
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** For a letter handed in: `body` is its first part, this the second. */
  readonly scan?: Buffer;
  /** The version seen. */
  readonly ifMatch?: number;
  /** New for every command unless told. */
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test is about to say
  readonly body: any;
  readonly headers: Headers;
}

/** A command under its key, and the answer that settled it. */
export interface Said extends Command {
  readonly key: string;
  readonly answer: Answer;
}

export interface Portal {
  logIn(login: Login): Promise<Caller>;
  get(as: Caller, path: string): Promise<Answer>;
  /** What is no JSON, as it came. */
  download(as: Caller, path: string): Promise<{ readonly status: number; readonly bytes: Buffer }>;
  /** One attempt; rejects when the connection breaks. */
  send(command: Command): Promise<Answer>;
  /** The same key until there is an answer that is not "come again"; gives up after so long. */
  insist(command: Command, withinMs?: number): Promise<Answer>;
  /** Every command that was answered with a success, oldest first. */
  readonly said: readonly Said[];
}

/** No answer of the API takes longer than this: it gives up after 20 s itself. */
const longestMs = 40_000;
/** Answers after which a portal sends the same again. */
const comeAgain = [429, 502, 503, 504];

export function openPortal(url: string): Portal {
  const said: Said[] = [];

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(longestMs) });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body: unknown = isJson ? JSON.parse(text) : text;
    return { status: response.status, body, headers: response.headers };
  }

  async function send(command: Command): Promise<Answer> {
    const key = command.key ?? randomUUID();
    const answer = await ask(command.path, {
      method: command.method ?? 'POST',
      headers: headersOf(command, key),
      ...(command.body && {
        body: command.scan ? formOf(command.body, command.scan) : JSON.stringify(command.body),
      }),
    });
    if (answer.status < 300) said.push({ ...command, key, answer });
    return answer;
  }

  return {
    said,
    send,
    logIn: async (login) => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ ...login, mode: 'bearer' });
      const answer = await ask('/v1/sessions', { method: 'POST', headers, body });
      if (answer.status !== 201) throw new Error(`no log-in: ${JSON.stringify(answer.body)}`);
      return { token: answer.body.token };
    },
    get: (as, path) => ask(path, { headers: bearer(as) }),
    download: async (as, path) => {
      const response = await fetch(`${url}${path}`, {
        headers: bearer(as),
        signal: AbortSignal.timeout(longestMs),
      });
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    },
    insist: async (command, withinMs = 60_000) => {
      const key = command.key ?? randomUUID();
      const until = Date.now() + withinMs;
      for (;;) {
        const answer = await send({ ...command, key }).catch((error: unknown) => ({
          broken: error as Error,
        }));
        const isLost = 'broken' in answer;
        if (!isLost && !comeAgain.includes(answer.status)) return answer;
        if (Date.now() > until) {
          const last = isLost
            ? ((answer.broken.cause as Error | undefined) ?? answer.broken).message
            : JSON.stringify(answer.body);
          throw new Error(`${command.path} got no answer within ${withinMs} ms, at last: ${last}`);
        }
        await pause(250);
      }
    },
  };
}

const bearer = ({ token }: Caller) => ({ Authorization: `Bearer ${token}` });

function headersOf({ as, body, scan, ifMatch }: Command, key: string): Record<string, string> {
  return {
    ...bearer(as),
    'Idempotency-Key': key,
    ...(body && !scan && { 'Content-Type': 'application/json' }),
    ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
  };
}

function formOf(metadata: object, scan: Buffer): FormData {
  const form = new FormData();
  form.append('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  form.append('scan', new Blob([new Uint8Array(scan)], { type: 'application/pdf' }), 'scan.pdf');
  return form;
}
