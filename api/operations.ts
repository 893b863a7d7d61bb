import type { AnyOperation } from './operation.ts';
import { companyOperations } from './operations/companies.ts';
import { documentOperations } from './operations/documents.ts';
import { entryOperations } from './operations/entry.ts';
import { letterOperations } from './operations/letters.ts';

/** Every operation of the API: what is not listed here is not served. */
export const operations: readonly AnyOperation[] = [
  ...entryOperations,
  ...letterOperations,
  ...companyOperations,
  ...documentOperations,
];
