import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationCategory } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { DigestEntity } from '../../delivery/persistence/digest.entity';

/** A mail that waits for a summary, with what the list says of the same news. */
export interface WaitingMail {
  id: Uuid;
  category: NotificationCategory;
  subjectKind: string;
  subjectId: Uuid;
  occurrence: string | null;
  expiresAt: Date;
  /** False when the person has no row of it: he does without the list. */
  listed: boolean;
  /** Read, or put away unread. */
  read: boolean;
}
/** Why a mail is not part of the summary; `queued` leaves by itself. */
export interface LeftOut {
  id: Uuid;
  state: 'queued' | 'suppressed' | 'expired' | 'cancelled';
  reason: string;
}
/** A line of a summary as it stands in the list. */
export interface ListedNews {
  category: NotificationCategory;
  title: string;
  body: string;
  url: string | null;
}

/** More than this is a second summary. */
const mostMails = 200;

/** Mails that wait to be told together, and the summaries they went into. */
@Injectable()
export class DigestRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whose summary is due, who waits longest first. */
  async recipientsDue(now: Date, limit: number): Promise<Uuid[]> {
    const rows = await this.dataSource.query<{ recipient_id: Uuid }[]>(
      `SELECT recipient_id FROM notifications.delivery
        WHERE state = 'digested' AND digest_id IS NULL AND next_attempt_at <= $1
        GROUP BY recipient_id ORDER BY min(next_attempt_at), recipient_id LIMIT $2`,
      [now, limit],
    );
    return rows.map((row) => row.recipient_id);
  }

  /** Everything due of one person, locked; nothing while another worker writes his summary. */
  async take(tx: Transaction, recipientId: Uuid, now: Date): Promise<WaitingMail[]> {
    const [turn] = await tx.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
      [`digest|${recipientId}`],
    );
    if (!turn?.mine) return [];
    return tx.query<WaitingMail>(
      `SELECT d.id, d.category, d.subject_kind AS "subjectKind", d.subject_id AS "subjectId", d.occurrence,
              d.expires_at AS "expiresAt", n.id IS NOT NULL AS listed,
              coalesce(n.read_at, n.deleted_at) IS NOT NULL AS read
         FROM notifications.delivery AS d
         JOIN notifications.intent AS i ON i.id = d.intent_id
         LEFT JOIN notifications.notification AS n ON n.dedupe_key = i.dedupe_key
        WHERE d.recipient_id = $1 AND d.state = 'digested' AND d.digest_id IS NULL AND d.next_attempt_at <= $2
        ORDER BY d.id LIMIT $3 FOR UPDATE OF d SKIP LOCKED`,
      [recipientId, now, mostMails],
    );
  }

  /** These mails have become this summary. */
  async gather(tx: Transaction, digest: DigestEntity, deliveryIds: readonly Uuid[]): Promise<void> {
    await tx.manager.insert(DigestEntity, digest);
    await tx.query('UPDATE notifications.delivery SET digest_id = $1, closed_at = $2 WHERE id = ANY ($3)', [
      digest.id,
      digest.createdAt,
      deliveryIds,
    ]);
  }

  async leaveOut(tx: Transaction, mails: readonly LeftOut[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE notifications.delivery AS d
          SET state = v.state, last_reason = v.reason, changed_at = $2,
              next_attempt_at = CASE v.state WHEN 'queued' THEN $2 ELSE d.next_attempt_at END,
              closed_at = CASE v.state WHEN 'queued' THEN NULL ELSE $2 END
         FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, state text, reason text) WHERE d.id = v.id`,
      [JSON.stringify(mails), now],
    );
  }

  /** What a summary still has to say to its reader: what he has not read since, oldest first. */
  unread(digestId: Uuid, recipientId: Uuid): Promise<ListedNews[]> {
    return this.dataSource.query<ListedNews[]>(
      `SELECT d.category, n.title, n.body, n.url
         FROM notifications.delivery AS d
         JOIN notifications.intent AS i ON i.id = d.intent_id
         JOIN notifications.notification AS n ON n.dedupe_key = i.dedupe_key
        WHERE d.digest_id = $1 AND d.recipient_id = $2 AND n.read_at IS NULL AND n.deleted_at IS NULL
        ORDER BY n.id`,
      [digestId, recipientId],
    );
  }
}
