import { Injectable } from '@nestjs/common';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { Alerts } from '../persistence/alerts';

/** Troubles with what the house says: somebody has to look. */
@Injectable()
export class DeliveryAlerts extends DayQueueSource {
  readonly permission = 'notifications.mail-read';

  constructor(private readonly alerts: Alerts) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const open = await this.alerts.open();
    const oldestAt = open[0]?.since.toISOString() ?? null;
    return { kind: 'delivery_alerts', count: open.length, oldestAt, url: '/admin/notifications' };
  }
}
