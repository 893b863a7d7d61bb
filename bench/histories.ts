/** History events and billed actions of a life, by the counting rules of quality.md (P7). */
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';

const { EventType } = proto.temporal.api.enums.v1;
type Event = proto.temporal.api.history.v1.IHistoryEvent;

export interface Cost {
  readonly events: number;
  readonly actions: number;
}

export async function costOf(client: Client, workflowId: string): Promise<Cost> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  return countCost(history.events ?? []);
}

/** Each start, timer, signal, update, activity and upsert is one action; the local activities of one task are one. */
const billed = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
]);

export function countCost(events: readonly Event[]): Cost {
  const single = events.filter(({ eventType }) => eventType != null && billed.has(eventType));
  const localTasks = new Set(
    events.flatMap(({ markerRecordedEventAttributes: marker }) =>
      marker == null ? [] : [String(marker.workflowTaskCompletedEventId)],
    ),
  );
  return { events: events.length, actions: single.length + localTasks.size };
}
