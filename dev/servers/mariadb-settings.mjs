// Everything the private MariaDB is told, in one file that it alone reads (--defaults-file).
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** `place` is the folder of the instance: data/ and tmp/ lie in it, the keys lie in `keys`, outside the data. */
export function settingsOf({ place, keys, base, port }) {
  const settings = [
    ['basedir', base],
    ['datadir', join(place, 'data')],
    ['tmpdir', join(place, 'tmp')],
    ['plugin-dir', join(base, 'lib/mysql/plugin')],
    ['lc-messages-dir', join(base, 'share/mysql')],
    ['init-file', join(place, 'init.sql')],

    // Encryption at rest: tables, undo and system space, redo log, temporary tables and files.
    ['plugin-load-add', 'file_key_management'],
    ['file-key-management-filename', keys],
    ['file-key-management-encryption-algorithm', 'AES_CTR'],
    ['innodb-encrypt-tables', 'FORCE'],
    ['innodb-encrypt-log', 'ON'],
    ['innodb-encrypt-temporary-tables', 'ON'],
    // Encrypts what FORCE does not: the system tablespace, which holds the undo log.
    ['innodb-encryption-threads', '1'],
    ['encrypt-tmp-disk-tables', 'ON'],
    ['encrypt-tmp-files', 'ON'],
    ['aria-encrypt-tables', 'ON'],

    // A commit that was answered is on the disk.
    ['innodb-flush-log-at-trx-commit', '1'],
    ['skip-log-bin', undefined],

    // A small machine; `loose` because older patch releases of 10.11 do not know the setting.
    ['innodb-buffer-pool-size', '256M'],
    ['loose-innodb-buffer-pool-size-max', '256M'],
    ['innodb-log-file-size', '96M'],
    ['innodb-doublewrite', 'ON'],
    ['max-connections', '300'],
    ['performance-schema', 'OFF'],
    ['max-allowed-packet', '64M'],

    ['character-set-server', 'utf8mb4'],
    ['collation-server', 'utf8mb4_unicode_ci'],
    ['transaction-isolation', 'READ-COMMITTED'],
    ['default-time-zone', '+00:00'],

    ['bind-address', '127.0.0.1'],
    ['port', String(port)],
    // No socket file: its path may be at most 107 characters long, and a checkout may lie deeper.
    ['socket', ''],
    ['skip-name-resolve', undefined],
  ];
  // MariaDB refuses to run as root unless it is told so.
  if (process.getuid?.() === 0) settings.push(['user', userInfo().username]);
  const lines = settings.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  return `[mariadbd]\n${lines.join('\n')}\n`;
}

/** Run at every start: the one account, and nobody without a password. */
export function initialSql({ password, mayCreateDatabases }) {
  return [
    'CREATE DATABASE IF NOT EXISTS mailroom;',
    `CREATE OR REPLACE USER mailroom@'%' IDENTIFIED BY '${password}';`,
    mayCreateDatabases
      ? "GRANT ALL PRIVILEGES ON *.* TO mailroom@'%' WITH GRANT OPTION;"
      : "GRANT ALL PRIVILEGES ON mailroom.* TO mailroom@'%';",
    "DELETE FROM mysql.global_priv WHERE User IN ('root', '');",
    'FLUSH PRIVILEGES;',
    // Aria encrypts the used part of an index page and fills the rest from memory as it lies there, in the clear: what
    // was changed above is written now, while nothing of a customer is in memory, and no more afterwards.
    'FLUSH TABLES;',
    '',
  ].join('\n');
}
