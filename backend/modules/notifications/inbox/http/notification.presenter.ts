import type { NotificationEntity } from '../persistence/notification.entity';
import type { NotificationDto } from './notifications.dto';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentNotification(row: NotificationEntity): NotificationDto {
  return {
    id: row.id,
    type: row.type,
    category: row.category,
    severity: row.severity,
    title: row.title,
    body: row.body,
    url: row.url,
    created_at: row.createdAt.toISOString(),
    seen_at: instant(row.seenAt),
    read_at: instant(row.readAt),
    archived_at: instant(row.archivedAt),
    snoozed_until: instant(row.snoozedUntil),
  };
}
