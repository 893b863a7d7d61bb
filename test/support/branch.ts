/** A ground with everybody at the counter: what each of them may say, as commands that a test sends when it likes. */
import { randomUUID } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DecisionRequest } from '../../domain/mail-item.ts';
import type { Ground, GroundPlan } from './ground.ts';
import { buildGround, newCanary } from './ground.ts';
import type { Caller, Command, Portal } from './portal.ts';
import type { Product } from './product.ts';

/** A letter as its customer holds it. */
export interface Letter {
  readonly id: string;
  readonly documentId: string;
  readonly pdf: Buffer;
}

export interface Branch {
  readonly ground: Ground;
  readonly customer: Caller;
  readonly site: Caller;
  readonly siteStaff: Caller;
  readonly operator: Caller;
  /** What must be found nowhere but with the people it belongs to. */
  readonly canaries: readonly string[];
  /** A letter to hand in: another reference and another scan each time. */
  letter(): Promise<Command & { readonly scan: Buffer }>;
  /** Hands in as many letters. */
  arrive(count: number): Promise<Letter[]>;
  decision(letter: Letter, asked: DecisionRequest, version?: number): Command;
  /** The scan of the letter into the trash. */
  trash(letter: Letter): Command;
  /** Asked once it is offered, asked with the token of the offer it is done. */
  purge(trashingId: string, confirmationToken?: string): Command;
}

/** Letters on their way in at once. */
const atOnce = 4;

/** Builds a brand, logs its people in. */
export async function openBranch(product: Product, portal: Portal, plan: GroundPlan): Promise<Branch> {
  const ground = await buildGround(product.knex, plan);
  const [customer, siteStaff, operator] = await Promise.all(
    [ground.customer, ground.siteStaff, ground.operator].map((login) => portal.logIn(login)),
  );
  if (!customer || !siteStaff || !operator) throw new Error('nobody is logged in');
  const site = { token: ground.siteToken };
  const sender = newCanary('Sender');
  const written = newCanary('Written');
  const branch: Branch = {
    ground,
    customer,
    site,
    siteStaff,
    operator,
    canaries: [
      ...ground.canaries,
      sender,
      written,
      ...[customer, site, siteStaff, operator].map(({ token }) => token),
    ],
    letter: async () => ({
      as: site,
      path: '/v1/mail-items',
      body: {
        siteReference: `REF-${randomUUID()}`,
        postbox: ground.postboxNumber,
        senderLine: sender,
        receivedAt: new Date().toISOString(),
        weightGrams: 20,
        format: 'letter',
      },
      scan: await plainPdf(written),
    }),
    arrive: async (count) => {
      const letters: Letter[] = [];
      const handIn = async () => {
        const command = await branch.letter();
        const { body } = await portal.insist(command);
        letters.push(await letterOf(product, body.id, command.scan));
      };
      while (letters.length < count)
        await Promise.all(Array.from({ length: Math.min(atOnce, count - letters.length) }, handIn));
      return letters;
    },
    decision: ({ id }, asked, version = 1) => ({
      as: customer,
      method: 'POST',
      path: `/v1/mail-items/${id}/decision`,
      body: asked,
      ifMatch: version,
    }),
    trash: ({ documentId }) => ({ as: customer, path: `/v1/documents/${documentId}/trash` }),
    purge: (trashingId, confirmationToken) => ({
      as: customer,
      path: `/v1/trashings/${trashingId}/purge`,
      body: confirmationToken === undefined ? {} : { confirmationToken },
    }),
  };
  return branch;
}

async function letterOf({ knex }: Product, id: string, pdf: Buffer): Promise<Letter> {
  const document = await knex('documents').where({ mail_item_id: id }).first<{ id: string }>('id');
  return { id, documentId: document.id, pdf };
}

/** A letter whose text stands in the file as it is read, uncompressed; no two are equal. */
async function plainPdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(randomUUID(), { x: 60, y: 760, size: 14, font });
  document.context.register(document.context.stream(`% ${text}`));
  const pdf = Buffer.from(await document.save({ useObjectStreams: false }));
  if (!pdf.includes(text)) throw new Error('the canary does not stand in the file as it is');
  return pdf;
}
