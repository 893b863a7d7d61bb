import type { Logger as TemporalLogger, LogLevel } from '@temporalio/common';
import type { Logger } from './log.ts';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/**
 * For `Runtime.install({ logger })`: what the SDK has to say goes through our logger, which takes the
 * messages of failed activities out. The SDK's own logger prints them to standard error in clear.
 */
export function createTemporalLogger(log: Logger): TemporalLogger {
  const write = (level: LogLevel, text: string, fields?: object) => {
    log[levels[level]]({ ...fields }, text);
  };
  return {
    log: write,
    trace: (text, fields) => write('TRACE', text, fields),
    debug: (text, fields) => write('DEBUG', text, fields),
    info: (text, fields) => write('INFO', text, fields),
    warn: (text, fields) => write('WARN', text, fields),
    error: (text, fields) => write('ERROR', text, fields),
  };
}
