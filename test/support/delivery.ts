/** Deliveries as an issuer's program packs them. */
import { pack } from 'tar-stream';

/** A tar archive of these files in their order. */
export async function tarOf(
  files: readonly (readonly [name: string, content: Uint8Array | string])[],
): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of files) archive.entry({ name }, Buffer.from(content));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
