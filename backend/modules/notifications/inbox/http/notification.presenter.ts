import type { NotificationEntity } from '../persistence/notification.entity';
import type { NotificationDto } from './notifications.dto';

export function presentNotification(row: NotificationEntity): NotificationDto {
  return {
    id: row.id,
    type: row.type,
    severity: row.severity,
    title: row.title,
    body: row.body,
    url: row.url,
    created_at: row.createdAt.toISOString(),
    read_at: row.readAt?.toISOString() ?? null,
  };
}
