import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import type { ApiContext } from '../context.ts';
import type { UploadSpec } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';

/** A client that sends less than this in the time below is cut: its slot is free within a minute (F45). */
const slowest = { bytes: 20_000, everyMs: 20_000 };

/**
 * The body of an upload as a stream that never grows beyond its limit: too long by its own account is refused at
 * once; too long in fact, too slow or cut off half-way ends the stream with a refusal, never with a clean end.
 */
export function uploadStream(ctx: ApiContext, { mediaTypes, maxBytes }: UploadSpec): Readable {
  const isOffered = mediaTypes.some((type) => ctx.is(type) === type);
  if (!isOffered || ctx.get('Content-Encoding') !== '') {
    throw new HttpRefusal(415, 'request.media-type', { details: { accepted: mediaTypes } });
  }
  const tooLarge = new HttpRefusal(413, 'request.too-large', { details: { maxBytes } });
  if (Number(ctx.get('Content-Length')) > maxBytes) throw tooLarge;
  const meter = new Meter(maxBytes, tooLarge);
  // The client has left half-way, or was answered before all was read: in both cases the meter's clock ends too.
  ctx.res.once('close', () => meter.destroy(new HttpRefusal(400, 'request.cut-off')));
  return ctx.req.pipe(meter);
}

class Meter extends Transform {
  private readonly maxBytes: number;
  private readonly tooLarge: Error;
  private readonly clock: NodeJS.Timeout;
  private total = 0;
  private sinceTick = 0;

  constructor(maxBytes: number, tooLarge: Error) {
    super();
    this.maxBytes = maxBytes;
    this.tooLarge = tooLarge;
    this.clock = setInterval(() => this.tick(), slowest.everyMs);
    this.once('close', () => clearInterval(this.clock));
    // Whoever reads the stream hears of its end; a handler that never began to must not bring the process down.
    this.on('error', () => clearInterval(this.clock));
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.total += chunk.length;
    this.sinceTick += chunk.length;
    if (this.total > this.maxBytes) done(this.tooLarge);
    else done(null, chunk);
  }

  /** While we are the slow one (our buffer is full) the client is not to blame. */
  private tick(): void {
    const isClientSlow = this.sinceTick < slowest.bytes && !this.writableNeedDrain && !this.writableEnded;
    if (isClientSlow) this.destroy(new HttpRefusal(408, 'request.too-slow'));
    this.sinceTick = 0;
  }
}
