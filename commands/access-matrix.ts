/** `npm run access-matrix`: writes docs/access-matrix.md, who gets where. */
import { writeFile } from 'node:fs/promises';
import { accessPage } from './access-table.ts';

await writeFile(new URL('../docs/access-matrix.md', import.meta.url), await accessPage());
