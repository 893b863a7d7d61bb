// `npm run check`: the static checks of `npm test` alone. Old syntax only, see old-node.mjs.
import { refuseOldNode } from './old-node.mjs';

refuseOldNode();
import('./checks/check-run.mjs').then(function (run) {
  return run.main();
});
