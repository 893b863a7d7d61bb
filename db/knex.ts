/**
 * The one way to the business database. Every session speaks utf8mb4, UTC, strict SQL and READ COMMITTED: at its
 * default isolation MariaDB loses updates (two withdrawals of 30 and 50 from 100 both commit and leave 50), and an
 * empty-queue poll locks gaps (stack.md, Facts that bite). Rows come back with the database's own column names.
 */
import knexBuilder, { type Knex } from 'knex';

export interface KnexOptions {
  /** Connections at most; 10 unless told. */
  readonly poolMax?: number;
  /** Seconds that a caller waits for a connection before he fails; 5 unless told. */
  readonly acquireSeconds?: number;
  /** Seconds a statement may take, 0 for no limit (migrations); 10 unless told. */
  readonly statementSeconds?: number;
}

/** What a raw mysql2 connection offers to the hook that prepares it. */
interface RawConnection {
  query(sql: string, done: (error: Error | null) => void): void;
}

/** Opens nothing yet: the pool connects at the first query. `databaseUrl`: `mysql://user:password@host:port/database`. */
export function createKnex(databaseUrl: string, options: KnexOptions = {}): Knex {
  return knexBuilder({
    client: 'mysql2',
    connection: connectionSettings(databaseUrl) as Knex.MySql2ConnectionConfig,
    acquireConnectionTimeout: (options.acquireSeconds ?? 5) * 1_000,
    // Knex prints connection trouble that also reaches the caller; standard output belongs to the log.
    log: { warn: () => undefined, error: () => undefined },
    pool: {
      min: 0,
      max: options.poolMax ?? 10,
      afterCreate: (connection: RawConnection, done: (error: Error | null, ready: RawConnection) => void) => {
        prepareSession(connection, options.statementSeconds ?? 10).then(
          () => done(null, connection),
          (error: unknown) => done(error as Error, connection),
        );
      },
    },
  });
}

/** `dateStrings: ['DATE']` keeps a calendar day a day; Knex's type only knows the boolean, hence `unknown`. */
function connectionSettings(databaseUrl: string): unknown {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    // A BIGINT beyond 2^53 comes as a string instead of a wrong number.
    supportBigNumbers: true,
    connectTimeout: 5_000,
  };
}

/**
 * The lock wait (3 s) is shorter than the statement limit, so that a wait ends as 1205, which `change` tries again.
 * The server keeps `innodb_rollback_on_timeout` off: 1205 undoes one statement only, `change` rolls back the rest.
 * GROUP_CONCAT is cut at 1,024 bytes by MySQL's default.
 * The limit has two names: the comment with 80000 is read by MySQL 8 only, the one with M by MariaDB only.
 */
async function prepareSession(connection: RawConnection, statementSeconds: number): Promise<void> {
  await run(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  await run(
    connection,
    `SET SESSION sql_mode = 'TRADITIONAL', time_zone = '+00:00', innodb_lock_wait_timeout = 3,
     group_concat_max_len = 1000000
     /*M! , max_statement_time = ${statementSeconds} */ /*!80000 , max_execution_time = ${statementSeconds * 1_000} */`,
  );
}

function run(connection: RawConnection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error) => (error ? reject(error) : resolve()));
  });
}
