/** `npm run openapi`: writes api/openapi.json from the declared operations. */
import { writeFile } from 'node:fs/promises';
import { openApiText } from '../api/openapi.ts';
import { operations } from '../api/operations.ts';

await writeFile(new URL('../api/openapi.json', import.meta.url), openApiText(operations));
