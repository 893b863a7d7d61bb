import type { Payload, PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import { VaultError } from './key-ring.ts';

/**
 * The codec server protocol of Temporal's UI and CLI: `POST …/decode` and `POST …/encode` with
 * `{ payloads: [{ metadata: { name: base64 }, data: base64 }] }`, answered in the same form
 * (docs.temporal.io/production-deployment/data-encryption). The API gives it a route and a right.
 */
export type CodecOperation = 'encode' | 'decode';

/** `not-payloads`: the body has another form. `does-not-open`: a payload of another key, or changed. */
export class CodecRequestError extends Error {
  readonly reason: 'not-payloads' | 'does-not-open';
  constructor(reason: CodecRequestError['reason'], cause?: unknown) {
    super(`codec: ${reason}`, { cause });
    this.name = 'CodecRequestError';
    this.reason = reason;
  }
}

const base64 = z.base64();

// None at all is `{}` in the JSON of Protobuf: so the CLI seals the arguments of a query that has none.
const payloadsBody = z.strictObject({
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.nullish() }))
    .max(10_000)
    .default([]),
});

export type PayloadsBody = z.infer<typeof payloadsBody>;

/** The answer's body; payloads that were never sealed come back as they are. Throws CodecRequestError. */
export async function answerCodec(
  operation: CodecOperation,
  body: unknown,
  codec: PayloadCodec,
): Promise<PayloadsBody> {
  const read = payloadsBody.safeParse(body);
  if (!read.success) throw new CodecRequestError('not-payloads');
  const payloads = read.data.payloads.map(fromJson);
  try {
    return { payloads: (await codec[operation](payloads)).map(toJson) };
  } catch (error) {
    if (error instanceof VaultError) throw new CodecRequestError('does-not-open', error);
    throw error;
  }
}

type JsonPayload = PayloadsBody['payloads'][number];

function fromJson({ metadata, data }: JsonPayload): Payload {
  const fields = Object.entries(metadata ?? {});
  return {
    metadata: Object.fromEntries(fields.map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: Buffer.from(data ?? '', 'base64'),
  };
}

function toJson({ metadata, data }: Payload): JsonPayload {
  const fields = Object.entries(metadata ?? {});
  return {
    metadata: Object.fromEntries(fields.map(([name, value]) => [name, base64Of(value)])),
    data: base64Of(data ?? []),
  };
}

function base64Of(bytes: Uint8Array | readonly number[]): string {
  return Buffer.from(bytes).toString('base64');
}
