import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '@calmness/platform/auth';
import { QueueBackend, SchedulerWatch, type SchedulerSign } from '@calmness/platform/events';
import { Adapters, workerSeen } from '@calmness/platform/observability';
import { HealthLiveDto, HealthReadyDto } from './health.dto';

const answersWithinMs = 2_000;
const unknown: SchedulerSign = { seenAt: null, silent: true };

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: QueueBackend,
    private readonly scheduler: SchedulerWatch,
    private readonly adapters: Adapters,
  ) {}

  @Public()
  @Get('live')
  @ApiOkResponse({ type: HealthLiveDto })
  live(): HealthLiveDto {
    return { status: 'ok' };
  }

  /** 200 when the process can serve, 503 when the database or the queues do not answer. */
  @Public()
  @Get('ready')
  @ApiOkResponse({ type: HealthReadyDto })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReadyDto> {
    const [database, queues, worker, scheduler] = await Promise.all([
      answers(this.dataSource.query('SELECT 1')),
      answers(this.queues.ping()),
      workerSeen(this.dataSource).catch(() => null),
      this.scheduler.read().catch(() => unknown),
    ]);
    const ready = database && queues;
    if (!ready) reply.status(503);
    return {
      status: ready ? 'ok' : 'unavailable',
      database: database ? 'ok' : 'failing',
      queues: queues ? 'ok' : 'failing',
      queue_backend: this.queues.name,
      ...signOfLife('worker', worker?.seen_at ?? null, worker !== null),
      ...signOfLife('scheduler', scheduler.seenAt, !scheduler.silent),
      adapters: merge(this.adapters.report(), worker?.adapters ?? []),
    };
  }
}

type Sign<Name extends string> = Record<Name, 'ok' | 'silent'> & Record<`${Name}_seen_at`, string | null>;

function signOfLife<Name extends string>(name: Name, seenAt: Date | null, alive: boolean): Sign<Name> {
  const at = seenAt && new Date(seenAt).toISOString();
  return { [name]: alive ? 'ok' : 'silent', [`${name}_seen_at`]: at } as Sign<Name>;
}

function answers(question: Promise<unknown>): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) =>
    setTimeout(() => resolve(false), answersWithinMs).unref(),
  );
  return Promise.race([
    question.then(
      () => true,
      () => false,
    ),
    tooLate,
  ]);
}

/** The worker owns the vendors; its word about an adapter wins over the api's. */
function merge<Row extends { name: string }>(own: Row[], workers: Row[]): Row[] {
  return [...new Map([...own, ...workers].map((row) => [row.name, row])).values()];
}
