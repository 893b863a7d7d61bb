import { describe } from '../plain-error.mjs';
import { whenParentEnds } from '../processes/parent.mjs';
import { provisionPackages } from '../provision.mjs';
import { root } from '../root.mjs';
import { runStaticChecks } from './static.mjs';

/** `npm run check`: the static checks alone. */
export async function main() {
  whenParentEnds(() => process.exit(1));
  try {
    await provisionPackages(root);
    const failed = await runStaticChecks(root);
    console.log(failed.length === 0 ? '\nAll in order.' : `\nNot in order: ${failed.join(', ')}.`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 1;
  }
}
