import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { correlationId, errorFields, Log } from '@calmness/platform/observability';
import { toProblem } from './problem';

/** Every error leaves as problem+json; the unforeseen ones are loud in the log and silent outside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, correlationId());
    if (problem.status >= 500)
      this.log.error('request failed', { ...errorFields(error), code: problem.code });
    if (reply.sent) return;
    if (problem.status === 429)
      reply.header('Retry-After', String(problem.params['retry_after_seconds'] ?? 60));
    reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}
