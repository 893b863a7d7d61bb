/** `npm run security-table`: writes docs/security.md, which check of the plan is shown by which tests. */
import { writeFile } from 'node:fs/promises';
import { securityTable } from './security-tests.ts';

await writeFile(new URL('../docs/security.md', import.meta.url), await securityTable());
