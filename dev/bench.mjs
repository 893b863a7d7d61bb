// `npm run bench`: the performance of the house, against servers of its own. Old syntax only, see old-node.mjs.
import { refuseOldNode } from './old-node.mjs';

refuseOldNode();
import('./bench/bench-run.mjs').then(function (run) {
  return run.main(process.argv.slice(2));
});
