import { Inject, Injectable, Optional, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { Config } from '@calmness/platform/config';
import { correlationId } from './request-context';

/** Whatever a field is called, a secret never reaches the log. */
const secretFields = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'otp',
  'access_token',
  'refresh_token',
  'iban',
];
const redactedPaths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** Where lines go instead of standard output, when a process provides it. */
export const logSink = Symbol('log sink');

export type LogFields = Record<string, unknown>;

/** Structured logs: one JSON line each, with the correlation id of the work at hand. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(@Inject(Config) config: Config, @Optional() @Inject(logSink) sink?: DestinationStream) {
    const options = {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: '[hidden]' },
    };
    this.pino = sink ? pino(options, sink) : pino(options);
  }

  debug(message: string, fields?: unknown): void {
    this.write('debug', message, fields);
  }
  log(message: string, fields?: unknown): void {
    this.write('info', message, fields);
  }
  info(message: string, fields?: unknown): void {
    this.write('info', message, fields);
  }
  warn(message: string, fields?: unknown): void {
    this.write('warn', message, fields);
  }
  error(message: string, fields?: unknown): void {
    this.write('error', message, fields);
  }
  verbose(message: string, fields?: unknown): void {
    this.write('debug', message, fields);
  }
  fatal(message: string, fields?: unknown): void {
    this.write('fatal', message, fields);
  }

  private write(
    level: 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: string,
    fields?: unknown,
  ): void {
    // Nest passes its context as a bare string.
    const detail = typeof fields === 'object' && fields !== null ? fields : { context: fields };
    this.pino[level]({ correlation_id: correlationId(), ...detail }, String(message));
  }
}

/** What a log may say of an error: its name, message and stack, never its parameters. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) };
  return { error: error.name, reason: error.message, stack: error.stack };
}
