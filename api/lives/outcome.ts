/** What comes back from an update: its answer, a refusal, or the fact that nobody answered in time. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '../../domain/verdict.ts';
import { Refused } from '../../domain/verdict.ts';
import { Away } from '../refusal.ts';

/** The longest pause before a message that the engine gave back unread is sent once more. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * Runs the call, until `endsAt` (milliseconds of the epoch) as often as the engine gives it back unread; a named refusal
 * becomes `Refused`, an engine or worker that is away becomes `Away` (503).
 */
export async function answerOrRefusal<T>(call: () => Promise<T>, endsAt: number): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) throw new Refused(refusal);
      const isWorthAnotherTry = isUnread(error) && Date.now() + LONGEST_PAUSE_MS < endsAt;
      if (!isWorthAnotherTry && (isUnread(error) || isAway(error))) throw new Away('temporal');
      if (!isWorthAnotherTry) throw error;
      await pause(randomInt(20, Math.min(100 * tried, LONGEST_PAUSE_MS)));
    }
  }
}

/**
 * Among many messages to one life at once the engine gives some back that no worker has seen, and keeps no trace of them:
 * sent again under the same id they are read.
 */
function isUnread(thrown: unknown): boolean {
  return (
    thrown instanceof WorkflowUpdateFailedError &&
    thrown.cause instanceof Error &&
    thrown.cause.message.includes("wasn't processed by worker")
  );
}

/** A life may end between the reading of its row and the asking: read once more, the row says how it ended. */
export async function askedAgainWhenOver<T>(ask: (isAgain: boolean) => Promise<T>): Promise<T> {
  try {
    return await ask(false);
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return ask(true);
    throw error;
  }
}

function refusalIn(thrown: unknown): Refusal | null {
  let error: unknown = thrown;
  while (error instanceof Error) {
    if (error instanceof ApplicationFailure && error.type === 'Refused') {
      return (error.details?.[0] as Refusal | undefined) ?? null;
    }
    error = error.cause;
  }
  return null;
}

function isAway(thrown: unknown): boolean {
  if (thrown instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  let error: unknown = thrown;
  while (error instanceof Error) {
    if (isGrpcServiceError(error)) return true;
    error = error.cause;
  }
  return false;
}
