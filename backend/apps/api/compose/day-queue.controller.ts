import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { DayQueueView } from '@calmness/contracts';
import { CurrentMember, holds, RequirePermission, type Identity } from '@calmness/platform/auth';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { errorFields, Log } from '@calmness/platform/observability';

export const dayQueueSources = Symbol('day queue sources');

class DayQueueEntryDto {
  @ApiProperty() kind!: string;
  @ApiProperty() count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldest_at!: string | null;
  @ApiProperty() url!: string;
}
class DayQueueDto implements DayQueueView {
  @ApiProperty({ type: [DayQueueEntryDto] }) waiting!: DayQueueEntryDto[];
}

/** Everything that waits for the one who asks; a source that fails is left out. */
@Injectable()
export class DayQueueComposer {
  constructor(
    @Inject(dayQueueSources) private readonly sources: readonly DayQueueSource[],
    private readonly log: Log,
  ) {}

  async compose(identity: Identity): Promise<DayQueueEntry[]> {
    const allowed = this.sources.filter((source) => holds(identity, source.permission));
    const entries = await Promise.allSettled(allowed.map((source) => source.read()));
    return entries.flatMap((entry) => {
      if (entry.status === 'fulfilled') return [entry.value];
      this.log.error('day queue source failed', errorFields(entry.reason));
      return [];
    });
  }
}

@ApiTags('operations')
@ApiBearerAuth()
@Controller('admin/day-queue')
export class DayQueueController {
  constructor(private readonly composer: DayQueueComposer) {}

  /** The file du jour. */
  @RequirePermission('staff.day-queue')
  @Get()
  @ApiOkResponse({ type: DayQueueDto })
  async read(@CurrentMember() identity: Identity): Promise<DayQueueDto> {
    const entries = await this.composer.compose(identity);
    return {
      waiting: entries.map(({ kind, count, oldestAt, url }) => ({ kind, count, oldest_at: oldestAt, url })),
    };
  }
}
