import { Injectable } from '@nestjs/common';
import type { Permission } from '@calmness/contracts';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { SchedulerWatch } from '@calmness/platform/events';

/** A scheduler that fell silent holds every reminder and every mail back: somebody has to look. */
@Injectable()
export class SilentSchedulerSource extends DayQueueSource {
  readonly permission: Permission = 'operations.events-read';

  constructor(private readonly scheduler: SchedulerWatch) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const { silent, seenAt } = await this.scheduler.read();
    const oldestAt = silent && seenAt ? seenAt.toISOString() : null;
    return { kind: 'silent_scheduler', count: silent ? 1 : 0, oldestAt, url: '/admin/health' };
  }
}
