/** The SQL of one piece of work, statement by statement with its time, as Knex sends it. */
import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';
import { milliseconds } from './probes.ts';
import { median } from './statistics.ts';

export interface Statement {
  readonly name: string;
  readonly ms: number;
}

const restName = 'BEGIN, COMMIT with its fsync, rules';

interface Sent {
  readonly sql: string;
  readonly __knexQueryUid: string;
}

/**
 * What `work` asks of the database, in order, and what is left over: Knex tells of no BEGIN and no COMMIT. `knex` is
 * used by nobody else meanwhile.
 */
export async function statementsOf(knex: Knex, work: () => Promise<unknown>): Promise<Statement[]> {
  const begun = new Map<string, number>();
  const seen: Statement[] = [];
  const onQuery = ({ __knexQueryUid: id }: Sent) => begun.set(id, performance.now());
  const onResponse = (_answer: unknown, { __knexQueryUid: id, sql }: Sent) => {
    seen.push({ name: nameOf(sql), ms: performance.now() - (begun.get(id) ?? NaN) });
  };
  knex.on('query', onQuery).on('query-response', onResponse);
  try {
    const whole = await milliseconds(work);
    const told = seen.reduce((sum, { ms }) => sum + ms, 0);
    return [...seen, { name: restName, ms: whole - told }];
  } finally {
    knex.removeListener('query', onQuery).removeListener('query-response', onResponse);
  }
}

/** Of several runs that sent the same statements: each with its median, in order. */
export function medians(runs: readonly (readonly Statement[])[]): Statement[] {
  const [first = []] = runs;
  return first.map(({ name }, place) => ({ name, ms: median(runs.map((run) => run[place]?.ms ?? NaN)) }));
}

/** `update mail_items`, `select chain_heads for update`, `COMMIT`. */
function nameOf(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1] ?? sql;
  const table = /(?:from|into|update) `(\w+)`/i.exec(sql)?.[1];
  const lock = / for update/i.test(sql) ? ' for update' : '';
  return table === undefined ? verb : `${verb} ${table}${lock}`;
}
