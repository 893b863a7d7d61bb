/** The customer's side of the line: one request over a connection that is kept, as a portal's server keeps its own. */
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** The headers of the answer; rejects with its body when its status is another one. */
export function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  content?: unknown,
  expected = 200,
): Promise<IncomingHttpHeaders> {
  const body = content === undefined ? '' : JSON.stringify(content);
  const described =
    body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const method = body === '' ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...described } });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // The server closed the kept connection in the very moment in which it was used again; whatever is asked here
      // may be asked twice.
      if (sent.reusedSocket && error.code === 'ECONNRESET')
        ask(url, headers, content, expected).then(resolve, reject);
      else reject(error);
    });
    sent.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === expected) resolve(answer.headers);
        else reject(new Error(`${String(answer.statusCode)}: ${Buffer.concat(chunks).toString()}`));
      });
    });
    sent.end(body);
  });
}
