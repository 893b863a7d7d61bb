/** `npm run bundle -- <file>`: makes the bundle of the workflows, as a part of a release. */
import { bundleWorkflows } from '../workers/bundle.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say where it goes: npm run bundle -- <file>\n');
  process.exit(1);
}
await bundleWorkflows(file);
