import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DashboardSlice, type DashboardPart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { NotificationRepository } from '../persistence/notification.repository';

/** The unread messages on the member's dashboard. */
@Injectable()
export class NotificationsDashboardSlice extends DashboardSlice {
  readonly name = 'notifications';

  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<DashboardPart> {
    const unread = await this.notifications.countUnread(memberId, this.clock.now());
    return {
      widgets: { notifications_unread: unread },
      unread_notifications: unread,
      ...(unread > 0
        ? { quick_actions: [{ code: 'read_notifications' as const, url: '/user/notifications' }] }
        : {}),
    };
  }
}
