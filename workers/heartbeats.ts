/** A worker that dies in the middle of a long activity is found out by its silence, not at the end of the activity's hour (F16). */
import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

/** Sends a sign of life three times within each heartbeat time-out; activities without one are left alone. */
export function heartbeats(context: Context): ActivityInterceptors {
  const { heartbeatTimeoutMs } = context.info;
  if (!heartbeatTimeoutMs) return {};
  return {
    inbound: {
      execute: async (input, next) => {
        const beating = setInterval(() => {
          context.heartbeat();
        }, heartbeatTimeoutMs / 3);
        try {
          return await next(input);
        } finally {
          clearInterval(beating);
        }
      },
    },
  };
}
