import { Injectable } from '@nestjs/common';
import type { Permission } from '@calmness/contracts';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { EventReplay } from '@calmness/platform/events';

const countedAtMost = 100;

/** Events the engine gave up on wait for a human too. */
@Injectable()
export class ParkedEventsSource extends DayQueueSource {
  readonly permission: Permission = 'operations.events-read';

  constructor(private readonly replay: EventReplay) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const parked = await this.replay.parked(countedAtMost);
    const oldest = parked.at(-1)?.parked_at;
    return {
      kind: 'parked_events',
      count: parked.length,
      oldestAt: oldest ? new Date(oldest).toISOString() : null,
      url: '/admin/events',
    };
  }
}
