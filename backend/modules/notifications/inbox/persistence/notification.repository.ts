import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { NotificationCategory, NotificationFolder, NotificationType } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { NotificationEntity } from './notification.entity';

export interface InboxFilter {
  memberId: Uuid;
  /** The inbox when left out. */
  folder?: NotificationFolder;
  status: 'all' | 'read' | 'unread';
  type?: NotificationType;
  category?: NotificationCategory;
  /** Rows older than this id. */
  beforeId?: Uuid;
  limit: number;
}

export interface InboxRows {
  rows: NotificationEntity[];
  /** Of the same instant as `rows`: the two never disagree. */
  unreadCount: number;
}

/** What a new row says; the rest starts empty. */
export type NewNotification = Pick<
  NotificationEntity,
  'id' | 'memberId' | 'type' | 'category' | 'severity' | 'title' | 'body' | 'url' | 'dedupeKey' | 'createdAt'
>;

const columns = `
  id, member_id AS "memberId", type, category, severity, title, body, url, dedupe_key AS "dedupeKey",
  created_at AS "createdAt", seen_at AS "seenAt", read_at AS "readAt", archived_at AS "archivedAt",
  snoozed_until AS "snoozedUntil", deleted_at AS "deletedAt"`;

/** `$2` is now: what was put off comes back by itself. */
const awake = '(snoozed_until IS NULL OR snoozed_until <= $2)';
const unread = `read_at IS NULL AND ${awake}`;

const folders: Record<NotificationFolder, string> = {
  inbox: `archived_at IS NULL AND ${awake}`,
  archived: 'archived_at IS NOT NULL',
  snoozed: 'archived_at IS NULL AND snoozed_until > $2',
};
const statuses: Record<InboxFilter['status'], string> = {
  all: 'true',
  read: 'read_at IS NOT NULL',
  unread: 'read_at IS NULL',
};

/** One thing done to some of a member's rows. Both texts are ours, never a caller's. */
export interface InboxChange {
  set: string;
  where: string;
  /** `$3` and on. */
  values?: unknown[];
  /** Nothing another page would show differently. */
  silent?: boolean;
}

/** What may be done to rows; `$1` is the member and `$2` now. */
export const inboxChanges = {
  read: { set: 'read_at = $2, seen_at = coalesce(seen_at, $2)', where: 'read_at IS NULL' },
  readAwake: { set: 'read_at = $2, seen_at = coalesce(seen_at, $2)', where: unread },
  unread: { set: 'read_at = NULL, archived_at = NULL', where: 'read_at IS NOT NULL' },
  see: { set: 'seen_at = $2', where: `seen_at IS NULL AND ${awake}`, silent: true },
  archive: {
    set: `archived_at = $2, read_at = coalesce(read_at, $2), seen_at = coalesce(seen_at, $2), snoozed_until = NULL`,
    where: 'archived_at IS NULL',
  },
  unarchive: { set: 'archived_at = NULL', where: 'archived_at IS NOT NULL' },
  wake: { set: 'snoozed_until = NULL', where: 'snoozed_until IS NOT NULL' },
  remove: { set: 'deleted_at = $2', where: 'true' },
  // What was archived was kept on purpose.
  removeRead: { set: 'deleted_at = $2', where: `read_at IS NOT NULL AND ${folders.inbox}` },
} as const satisfies Record<string, InboxChange>;

@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A message that is there already stays: a fact told twice is one message. Answers whether it is new. */
  async add(tx: Transaction, notification: NewNotification): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values(notification)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Newest first, with the count of what waits to be read: one question, one instant. */
  async page(filter: InboxFilter, now: Date): Promise<InboxRows> {
    const values: unknown[] = [filter.memberId, now, filter.limit];
    const conditions = [folders[filter.folder ?? 'inbox'], statuses[filter.status]];
    const add = (condition: (place: string) => string, value: unknown): void => {
      if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
    };
    add((place) => `type = ${place}`, filter.type);
    add((place) => `category = ${place}`, filter.category);
    add((place) => `id < ${place}`, filter.beforeId);
    const rows = await this.dataSource.query<(NotificationEntity & { unread: number })[]>(
      `SELECT waiting.unread, page.*
         FROM (SELECT count(*)::int AS unread FROM notifications.notification
                WHERE member_id = $1 AND deleted_at IS NULL AND ${unread}) AS waiting
         LEFT JOIN (SELECT ${columns} FROM notifications.notification
                     WHERE member_id = $1 AND deleted_at IS NULL AND ${conditions.join(' AND ')}
                     ORDER BY notification.id DESC LIMIT $3) AS page ON true
        ORDER BY page.id DESC`,
      values,
    );
    return { unreadCount: rows[0]?.unread ?? 0, rows: rows.filter(({ id }) => id !== null) };
  }

  /** Whether the row of the same news was read, or put away unread. */
  async wasRead(intentId: Uuid): Promise<boolean> {
    const [row] = await this.dataSource.query<{ done: boolean }[]>(
      `SELECT coalesce(n.read_at, n.deleted_at) IS NOT NULL AS done FROM notifications.intent AS i
         JOIN notifications.notification AS n ON n.dedupe_key = i.dedupe_key WHERE i.id = $1`,
      [intentId],
    );
    return row?.done ?? false;
  }

  find(memberId: Uuid, id: Uuid, tx?: Transaction): Promise<NotificationEntity | null> {
    return (tx ?? this.dataSource).manager.findOneBy(NotificationEntity, {
      id,
      memberId,
      deletedAt: IsNull(),
    });
  }

  async countUnread(memberId: Uuid, now: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ unread: number }[]>(
      `SELECT count(*)::int AS unread FROM notifications.notification
        WHERE member_id = $1 AND deleted_at IS NULL AND ${unread}`,
      [memberId, now],
    );
    return row?.unread ?? 0;
  }

  /** Changes one message; answers how many changed. */
  async changeOne(
    tx: Transaction,
    { memberId, id }: { memberId: Uuid; id: Uuid },
    now: Date,
    change: InboxChange,
  ): Promise<number> {
    const values = [memberId, now, ...(change.values ?? []), id];
    const changed = await tx.query(
      `UPDATE notifications.notification SET ${change.set}
        WHERE member_id = $1 AND deleted_at IS NULL AND $2::timestamptz IS NOT NULL
          AND ${change.where} AND id = $${values.length} RETURNING id`,
      values,
    );
    return changed.length;
  }

  /** Changes all the rows it is meant for, those newer than `upToId` left alone; answers how many. */
  async changeAll(
    tx: Transaction,
    memberId: Uuid,
    now: Date,
    change: InboxChange & { upToId?: Uuid },
  ): Promise<number> {
    // Locked in order of age: two of these at the same time wait for each other instead of deadlocking.
    const changed = await tx.query(
      `UPDATE notifications.notification SET ${change.set}
        WHERE id IN (SELECT id FROM notifications.notification
                      WHERE member_id = $1 AND deleted_at IS NULL AND ${change.where}
                        AND ($3::uuid IS NULL OR id <= $3) AND $2::timestamptz IS NOT NULL
                      ORDER BY id FOR UPDATE) RETURNING id`,
      [memberId, now, change.upToId ?? null],
    );
    return changed.length;
  }

  /** Ends what was put off until now; answers whose pages have something to show. */
  async wakeDue(tx: Transaction, now: Date): Promise<Uuid[]> {
    const woken = await tx.query<{ member_id: Uuid }>(
      `UPDATE notifications.notification SET snoozed_until = NULL
        WHERE id IN (SELECT id FROM notifications.notification WHERE snoozed_until <= $1
                      ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED) RETURNING member_id`,
      [now],
    );
    return [...new Set(woken.map((row) => row.member_id))];
  }
}
