// What `npm start` and `npm test` need on a bare machine: packages first, then each server's programs, in the order
// an address given by configuration, the PATH or the cache, the maker's download, the package route.
import { provisionMariadb } from './provision/mariadb.mjs';
import { provisionPackages } from './provision/packages.mjs';
import { provisionQpdf } from './provision/qpdf.mjs';
import { provisionTemporal } from './provision/temporal.mjs';
import { provisionTestServer } from './provision/test-server.mjs';

export { provisionPackages };

/** The programs a run needs; a server whose address is configured is not looked for. */
export async function provisionPrograms(root, { database, temporal, timeSkipping = false }) {
  return {
    mariadb: database ? undefined : await provisionMariadb(),
    temporal: temporal ? undefined : await provisionTemporal(root),
    testServer: timeSkipping ? await provisionTestServer(root) : undefined,
    qpdf: await provisionQpdf(),
  };
}
