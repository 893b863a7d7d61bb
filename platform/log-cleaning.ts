/** What an error leaves in the log: never its message, which may hold SQL with values, addresses or texts. */
export interface LoggedError {
  readonly name: string;
  /** Of the system, the driver or the protocol: ECONNREFUSED, 1213, 550. */
  readonly code?: string | number;
  /** Ours: `forwarding.date-in-past`. */
  readonly reason?: string;
  /** The places in the code, without the message on top. */
  readonly stack: readonly string[];
  readonly cause?: LoggedError;
}

const secretNames =
  /pass(word|phrase)?$|secret|token$|activation-?code$|^(authorization|cookie|set-cookie|api-?key)$|(data|master|payload|company)-?keys?$/i;
const personalNames =
  /^(e?mail|recipients?|(first|last|full|display|user)?-?name|phone|street|body|html|text|sql|sql-?message|bindings|parameters)$/i;
const hidden = '[hidden]';
const deepest = 6;
const constantText = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** Fields with names of secrets or personal data lose their values, at any depth; errors become LoggedError. */
export function cleanFields(fields: object): Record<string, unknown> {
  return cleanObject(fields, 0);
}

function cleanObject(fields: object, depth: number): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    cleaned[name] =
      secretNames.test(name) || personalNames.test(name) ? hidden : cleanValue(value, depth + 1);
  return cleaned;
}

/** The value as it may be logged. */
export function cleanValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (isError(value)) return describeError(value);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if ('toJSON' in value) return value;
  if (depth > deepest) return '[too deep]';
  if (Array.isArray(value)) return value.map((part) => cleanValue(part, depth + 1));
  return cleanObject(value, depth);
}

/** Also an error of another realm, as Jest has them. */
export function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value;
}

/** Mail addresses are replaced; control characters that JSON leaves alone are written out. */
export function cleanText(text: string): string {
  return text
    .replace(/[^\s<>"'@]+@[^\s<>"'@]+/g, '[address]')
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** See LoggedError. Follows causes three deep. */
export function describeError(error: object, depth = 0): LoggedError {
  const { name, code, errno, reason, stack, cause } = error as Record<string, unknown>;
  const codeOrErrno = code ?? errno;
  return {
    name: isConstant(name) ? name : 'Error',
    ...(typeof codeOrErrno === 'number' || isConstant(codeOrErrno) ? { code: codeOrErrno } : {}),
    ...(isConstant(reason) ? { reason } : {}),
    stack: typeof stack === 'string' ? placesOf(stack) : [],
    ...(typeof cause === 'object' && cause !== null && depth < 3
      ? { cause: describeError(cause, depth + 1) }
      : {}),
  };
}

/** A name or code from a closed list, not a sentence. */
function isConstant(value: unknown): value is string {
  return typeof value === 'string' && constantText.test(value);
}

/** Only the lines that V8 adds below the message. */
function placesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at [^\s].*(:\d+:\d+\)?|\(<anonymous>\)|\(native\))$/.test(line))
    .map((line) => cleanText(line.trim()));
}
