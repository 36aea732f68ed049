import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NotificationSeverity, NotificationType } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** One message in a member's list, in the language he had when it was written. */
@Entity({ name: 'notification', schema: 'notifications' })
@Unique('notification_once', ['dedupeKey'])
@Index('notification_of_member', { synchronize: false })
@Index('notification_unread', { synchronize: false })
@Check('notification_severity_known', `severity IN ('info', 'success', 'warning', 'critical')`)
@Check('notification_titled', `btrim(title) <> ''`)
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notification_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  type!: NotificationType;

  @Column({ type: 'text' })
  severity!: NotificationSeverity;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  /** Path inside the app. */
  @Column({ type: 'text', nullable: true })
  url!: string | null;

  /** Recipient, announcement, subject and occurrence: at most once for ever. */
  @Column({ name: 'dedupe_key', type: 'text' })
  dedupeKey!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
