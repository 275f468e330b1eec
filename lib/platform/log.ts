import pino from 'pino';

/**
 * Structured logs on stdout, one JSON object a line. Never log code, answers, names, e-mail addresses or tokens:
 * ids only. `redact` is the second line of defence.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['code', 'email', 'name', 'password', 'token', '*.code', '*.email', '*.password', '*.token', 'req.headers'],
});
