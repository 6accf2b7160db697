import { pino } from 'pino';

export type Logger = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Errors of the database carry the connection they happened on, and with it statements and their values; those stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}

const standardError = 2;

/** JSON lines on standard error, or where `fd` leads. Callers log IDs and counts; never a secret, a code, a key or a person's data. */
export function createLog(level: LogLevel, fd = standardError): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    pino.destination({ fd, sync: fd !== standardError }),
  );
}

/**
 * What nobody caught ends the process, as Node would have it, but with a line like all others: Node prints whatever hangs on an error, and on
 * one of the database hang rows and values. The code is that of a failure, so that a service starts it again.
 */
export function endWithLastWords(log: Logger): void {
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'nobody caught an error; this server ends');
    process.exit(1);
  });
}

export const silentLog: Logger = { debug() {}, info() {}, warn() {}, error() {} };
