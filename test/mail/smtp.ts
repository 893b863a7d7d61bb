/** A real SMTP server for one test file, whose answers a test can choose. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

export interface TestSmtp {
  readonly url: string;
  readonly received: Received[];
  /** Ends every connection at once, in the middle of whatever it is at. */
  cutOff(): void;
  close(): Promise<void>;
}

/** An answer that refuses: `replying(451, 'greylisted')`. */
export function replying(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Keeps every mail it accepts; `options` may refuse any step. Plain text unless `secure`. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const source = Buffer.concat(chunks).toString('utf8');
        received.push({ from, to: rcptTo.map(({ address }) => address), source });
        done();
      });
    },
    ...options,
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  // a client that goes away, or does not trust us, is what some tests are about
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${options.secure === true ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received,
    cutOff: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}
