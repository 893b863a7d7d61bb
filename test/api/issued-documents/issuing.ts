/** An issuer of the demo that delivers, and people who receive. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSlots } from '../../../api/slots.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { receives } from '../../support/recipients.ts';
import { letterPdf } from '../../support/pdf.ts';
import { qpdfPath } from '../../support/servers.ts';

export const aKey = (key: string = randomUUID()) => ({ 'Idempotency-Key': key });

/** A world with its lives whose API takes documents in. */
export async function createIssuing() {
  const memory = process.platform === 'linux' ? '/dev/shm' : tmpdir();
  const scratchDir = await mkdtemp(join(memory, 'mailroom-issuing-'));
  const intake = { scratchDir, qpdfPath: qpdfPath(), slots: createSlots(8, 100) };
  const world = await createLivingWorld({ intake });
  const pdf = await letterPdf('An invoice');
  const issuer = () => world.asIssuer('wagenpark-lease');
  return {
    ...world,
    pdf,
    scratchDir,
    /** Wagenpark Lease, whose customers are DL210001 and others. */
    issuer,
    /** Kade Energie of the other brand. */
    otherIssuer: () => world.asIssuer('kade-energie'),
    receives: async (username: string, code: string, span?: Parameters<typeof receives>[3]) =>
      receives(world.knex, await world.userId(username), code, span),
    publish: (given: Publishing = {}) => {
      const {
        data = {},
        embargoUntil,
        document = pdf,
        as = issuer(),
        key,
        path = '/v1/issued-documents',
      } = given;
      const metadata = {
        ...(embargoUntil !== undefined && { embargoUntil }),
        ...(data !== null && { data: { ...aDocument(), ...data } }),
      };
      return world.http
        .post(path)
        .set({ ...as, ...aKey(key) })
        .field('metadata', JSON.stringify(metadata), { contentType: 'application/json' })
        .attach('document', document, { filename: 'document', contentType: 'application/pdf' });
    },
    close: async () => {
      await world.close();
      await rm(scratchDir, { recursive: true });
    },
  };
}

export type Issuing = Awaited<ReturnType<typeof createIssuing>>;

interface Publishing {
  /** Null: none, as with UBL. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly embargoUntil?: string;
  readonly document?: Buffer;
  readonly as?: Record<string, string>;
  readonly key?: string;
  readonly path?: string;
}

/** An invoice of yesterday for Garage Vermeulen; another number each time. */
export function aDocument() {
  return {
    number: `N-${randomUUID().slice(0, 13)}`,
    kind: 'invoice',
    clientCode: 'DL2 10001',
    issuedOn: '2027-02-01',
    totalCents: 12_100,
  };
}

/** Status and reason, or what came of it. */
export const told = ({ status, body }: { status: number; body: { reason?: string } }) => [
  status,
  body.reason,
];
