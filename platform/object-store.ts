import type { Readable } from 'node:stream';

/** Bytes from `start` up to but not including `end`, as in Buffer.subarray. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where sealed objects lie. Every method throws ObjectStoreError; ids are UUIDs. An object is there whole or
 * not at all, and once `put` has answered it survives a power cut.
 */
export interface ObjectStore {
  /** Writes or replaces. When the content fails its own error is thrown; in any failure nothing is left and the content is destroyed. */
  put(id: string, content: Readable): Promise<{ bytes: number }>;
  /** The whole object or a range of it; throws `missing` before the first byte. */
  read(id: string, range?: ByteRange): Promise<Readable>;
  /** Bytes stored; throws `missing`. */
  size(id: string): Promise<number>;
  exists(id: string): Promise<boolean>;
  /** Whether or not it was there, it is gone afterwards. */
  remove(id: string): Promise<void>;
  /** Every object, in no particular order. */
  list(): AsyncIterable<StoredObject>;
}

export interface StoredObject {
  readonly id: string;
  readonly modifiedAt: Date;
}

/** `missing`: no such object. `full`: no room left. `wrong-id`: not a UUID. `failed`: the cause tells. */
export class ObjectStoreError extends Error {
  readonly reason: 'missing' | 'full' | 'wrong-id' | 'failed';
  constructor(reason: ObjectStoreError['reason'], id: string, cause?: unknown) {
    super(`object ${id}: ${reason}`, { cause });
    this.name = 'ObjectStoreError';
    this.reason = reason;
  }
}
