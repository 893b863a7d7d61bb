/** None for what an issuer published: its key seals that. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const blobsCompany = nullable('blobs', 'company_id', ID);
