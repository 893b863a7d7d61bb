// `npm start`: the whole house on a bare machine. Old syntax only, see old-node.mjs.
import { refuseOldNode } from './old-node.mjs';

refuseOldNode();
import('./start/supervisor.mjs').then(function (supervisor) {
  return supervisor.main();
});
