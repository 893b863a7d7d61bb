// Written in the syntax of Node 12, so that an old Node can read it and say that it is too old.
// Nothing that start.mjs, test.mjs, check.mjs or reset.mjs import statically may use newer syntax.

/** Ends the process with one sentence when this Node is older than package.json's "engines" allow. */
export function refuseOldNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  console.error(
    'Mailroom needs Node 20.19 or later (>=20.19), and this is Node ' +
      process.versions.node +
      ': install a newer Node and run the command again.',
  );
  process.exit(1);
}
