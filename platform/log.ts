import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions, LogFn } from 'pino';
import { cleanFields, cleanText, cleanValue, describeError, isError } from './log-cleaning.ts';

export type { Logger } from 'pino';

/**
 * A pino logger that writes one JSON line an entry, to standard output unless told otherwise. What may not
 * be in a log is taken out here and not left to the caller's care (see `log-cleaning.ts`); control
 * characters are escaped, so that no entry can forge another or steer a terminal (quality checks 62, 63).
 */
export function createLogger(
  { level, name }: { readonly level: string; readonly name: string },
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: cleanFields },
    hooks: {
      logMethod(args, write) {
        write.apply(this, cleanArguments(args));
      },
    },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return withCleanChildren(logger);
}

/**
 * Pino takes an error's message as the entry's text when none is given, and an error's message may hold SQL
 * with its values: the error's name takes its place.
 */
function cleanArguments([first, ...rest]: unknown[]): Parameters<LogFn> {
  const texts = rest.map((part) => cleanValue(part));
  if (typeof first === 'string') return [cleanText(first), ...texts] as Parameters<LogFn>;
  const fields = (isError(first) ? { err: first } : (first ?? {})) as { err?: unknown };
  if (texts.length === 0 && isError(fields.err)) texts.push(describeError(fields.err).name);
  return [fields, ...texts] as unknown as Parameters<LogFn>;
}

/** Pino does not pass the fields of a child logger through the formatter of its parent. */
function withCleanChildren(logger: Logger): Logger {
  const child: (this: Logger, fields: object, options?: object) => unknown = Reflect.get(logger, 'child');
  const cleanChild = function (this: Logger, fields: object, options?: object): unknown {
    return child.call(this, cleanFields(fields), options);
  };
  return Object.assign(logger, { child: cleanChild as Logger['child'] });
}
