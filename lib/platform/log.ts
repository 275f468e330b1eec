import pino from 'pino';

/** Of an error, what says what happened. Libraries hang more on theirs: pg its connection, and the values of a row. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack, ...('code' in error ? { code: error.code } : {}) };
}

/**
 * Structured logs on stdout, one JSON object a line. Never log code, answers, names, e-mail addresses or tokens:
 * ids only. `redact` is the second line of defence.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorForLog },
  redact: ['code', 'email', 'name', 'password', 'token', '*.code', '*.email', '*.password', '*.token', 'req.headers'],
});
