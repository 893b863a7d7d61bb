/** How any life is started: the same for relay, API and sweep, from the row alone (decided.md, Lives and ids). */
import type { SearchAttributePair } from '@temporalio/common';
import type { Instant } from '../domain/calendar.ts';
import type { LifeName } from '../domain/life-rows.ts';
import { brandAttribute, ownerAttributes, standingAttributes } from './attributes.ts';

export interface LifeStart<Input> {
  readonly workflow: string;
  readonly workflowId: string;
  readonly input: Input;
  readonly summary: string;
  readonly details: string;
  readonly attributes: SearchAttributePair[];
}

/** One life a row: its workflow is named after it. */
export const lifeId = (life: LifeName, id: string): string => `${life}/${id}`;

/** What a life says of its row when it is started. */
interface StartRules<Row> {
  readonly summary: (row: Row) => string;
  readonly details: (row: Row) => string;
  readonly stage: (row: Row) => string;
  readonly plan: (row: Row) => { readonly at: Instant } | null;
  /** `none` where there is none yet; left out of what belongs to no company: a person may be in several. */
  readonly company?: (row: Row) => string;
}

/** How a life is started whose input is its row; its workflow is called like the life, in the spelling of the code. */
export const startOf =
  <Row extends { readonly id: string; readonly brand: string | null }>(
    life: LifeName,
    { summary, details, stage, plan, company }: StartRules<Row>,
  ) =>
  (row: Row): LifeStart<Row> => ({
    workflow: life.replaceAll(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase()),
    workflowId: lifeId(life, row.id),
    input: row,
    summary: summary(row),
    details: details(row),
    attributes: [
      ...ownersOf(row.brand, company?.(row)),
      ...standingAttributes({ stage: stage(row), dueAt: plan(row)?.at ?? null }),
    ],
  });

function ownersOf(brand: string | null, company: string | undefined): SearchAttributePair[] {
  if (brand === null) return [];
  return company === undefined ? brandAttribute(brand) : ownerAttributes(brand, company);
}

/** A command as it travels: who asks, and the request with the API's stamp from which it counts. */
export interface LifeMessage {
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: Instant };
}

/**
 * The options of every start. A life that runs is used, one that ended well is not started again; after a
 * worker's death a command waits for the time-out of the workflow task, hence five seconds.
 */
export function startOptions<Input>(start: LifeStart<Input>, taskQueue: string) {
  return {
    workflowId: start.workflowId,
    taskQueue,
    args: [start.input] as [Input],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    workflowTaskTimeout: '5 seconds' as const,
    staticSummary: start.summary,
    staticDetails: start.details,
    typedSearchAttributes: start.attributes,
  };
}
