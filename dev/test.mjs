// `npm test`: static checks, then every test against servers of its own. Old syntax only, see old-node.mjs.
import { refuseOldNode } from './old-node.mjs';

refuseOldNode();
import('./checks/test-run.mjs').then(function (run) {
  return run.main(process.argv.slice(2));
});
