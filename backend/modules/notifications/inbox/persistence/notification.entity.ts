import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NotificationCategory, NotificationSeverity, NotificationType } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** One message in a member's list, in the language he had when it was written. */
@Entity({ name: 'notification', schema: 'notifications' })
@Unique('notification_once', ['dedupeKey'])
@Index('notification_of_member', { synchronize: false })
@Index('notification_unread', { synchronize: false })
@Index('notification_archived', { synchronize: false })
@Index('notification_snoozed', { synchronize: false })
@Index('notification_done_with', { synchronize: false })
@Check('notification_seen', 'read_at IS NULL OR seen_at IS NOT NULL')
@Check('notification_archived_read', 'archived_at IS NULL OR read_at IS NOT NULL')
@Check('notification_one_place', 'archived_at IS NULL OR snoozed_until IS NULL')
@Check('notification_severity_known', `severity IN ('info', 'success', 'warning', 'critical')`)
@Check('notification_titled', `btrim(title) <> ''`)
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notification_pkey' })
  id!: Uuid;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: Uuid;

  @Column({ type: 'text' })
  type!: NotificationType;

  /** What it is about; the switch it is sent by. */
  @Column({ type: 'text' })
  category!: NotificationCategory;

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

  /** The member opened his list while it stood there. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  /** Put away, and read. */
  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  /** Out of sight until then. */
  @Column({ name: 'snoozed_until', type: 'timestamptz', nullable: true })
  snoozedUntil!: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
