import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/events';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { EventReplay } from './replay';

/** An event nobody tries any more, as the staff is told of it: news while it is parked. Facts: event, consumer. */
@Injectable()
export class ParkedEventSubject extends SubjectSource {
  readonly kind = 'platform.parked-event';

  constructor(private readonly replay: EventReplay) {
    super();
  }

  async describe(eventId: Uuid): Promise<SubjectDescription> {
    const parked = await this.replay.consumersParking(eventId);
    const event = parked[0]?.event_name ?? '';
    return {
      title: event,
      url: '/admin/events',
      facts: { event, consumer: parked.map(({ consumer }) => consumer).join(', ') },
      stillTrue: parked.length > 0,
    };
  }
}
