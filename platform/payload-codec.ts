import { METADATA_ENCODING_KEY } from '@temporalio/common';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { openBytes, sealBytes } from './aead.ts';
import { keyById, VaultError } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';

/** As in Temporal's own samples, so that other tools know what they see. */
const sealedEncoding = 'binary/encrypted';
const keyIdField = 'encryption-key-id';
const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/**
 * Seals every payload, type and all, with AES-256-GCM under the first key and writes the key's id beside it;
 * opens what any key of the ring has sealed. A payload that is not sealed passes: Temporal's core writes
 * markers of its own, and staff may signal from the command line. Throws VaultError.
 */
export function createPayloadCodec(keys: KeyRing): PayloadCodec {
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => sealPayload(keys, payload))),
    // eslint-disable-next-line @typescript-eslint/require-await -- a throw becomes a rejection
    decode: async (payloads) => payloads.map((payload) => openPayload(keys, payload)),
  };
}

function sealPayload([{ id, key }]: KeyRing, payload: Payload): Payload {
  const plain = PayloadMessage.encode(payload).finish();
  return {
    metadata: { [METADATA_ENCODING_KEY]: Buffer.from(sealedEncoding), [keyIdField]: Buffer.from(id) },
    data: sealBytes(key, plain, ['payload', id]),
  };
}

function openPayload(keys: KeyRing, payload: Payload): Payload {
  if (textOf(payload, METADATA_ENCODING_KEY) !== sealedEncoding) return payload;
  const { id, key } = keyById(keys, textOf(payload, keyIdField));
  const plain = openBytes(key, payload.data ?? Buffer.alloc(0), ['payload', id]);
  if (plain === undefined) throw new VaultError('does-not-open', 'a payload');
  return PayloadMessage.decode(plain);
}

function textOf(payload: Payload, field: string): string {
  return Buffer.from(payload.metadata?.[field] ?? []).toString();
}
