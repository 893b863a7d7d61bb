// `npm run reset`: forgets everything `npm start` has kept. Old syntax only, see old-node.mjs.
import { refuseOldNode } from './old-node.mjs';

refuseOldNode();
import('./start/forget.mjs').then(function (forget) {
  return forget.main();
});
