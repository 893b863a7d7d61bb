import { z } from 'zod';
import { pageOf } from '../pages.ts';
import { chargeKinds } from '../../domain/ledger.ts';
import { centsShown, idShown, instantShown } from '../shapes.ts';

const ledgerLine = z
  .strictObject({
    id: idShown('The line.'),
    kind: z.string().meta({
      description: `What was charged: ${chargeKinds.map((kind) => `\`${kind}\``).join(', ')}.`,
      example: 'storage',
    }),
    at: instantShown('The instant it is charged for.'),
    amountCents: centsShown('Above zero: charged. Below zero: given back.'),
    subjectType: z.string().meta({ description: 'For what sort of thing.', example: 'mail-item' }),
    subjectId: idShown('For which one.'),
  })
  .meta({ id: 'LedgerLine', description: 'One line of a company’s account.' });

export const ledgerPage = pageOf(ledgerLine)
  .extend({ balanceCents: centsShown('What the company owes now.', 350) })
  .meta({ id: 'Ledger', description: 'A page of a company’s account, and its balance.' });
