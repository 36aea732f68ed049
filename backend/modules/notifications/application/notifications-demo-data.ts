import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { DemoData, type DemoCast } from '@calmness/platform/composition';
import { Config } from '@calmness/platform/config';
import { newId, type Uuid } from '@calmness/platform/ids';
import { demoMessages, type DemoMessage } from './demo/demo-messages';

const dayMs = 86_400_000;

/**
 * What the house said in the past the demonstration tells. Its old events speak to nobody any more, as a replay would not;
 * the lists that would be there are written down instead. Nothing is sent.
 */
@Injectable()
export class NotificationsDemoData extends DemoData {
  readonly name = 'notifications';

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws Error in production */
  async plant(cast: DemoCast): Promise<boolean> {
    if (this.config.isProduction) throw new Error('demo data is refused in production');
    let planted = false;
    // In the order it happened, which is the order the log shows.
    const past = demoMessages.toSorted((one, other) => other.daysAgo - one.daysAgo);
    for (const message of past) {
      const memberId = cast.get(message.email);
      if (memberId) planted = (await this.write(message, memberId)) || planted;
    }
    return planted;
  }

  private write(message: DemoMessage, memberId: Uuid): Promise<boolean> {
    const at = new Date(this.clock.now().getTime() - message.daysAgo * dayMs);
    return this.dataSource.transaction(async (manager) => {
      const intentId = await this.decide(manager, message, memberId, at);
      if (!intentId) return false;
      await this.list(manager, message, memberId, at);
      if (message.mail) await this.deliver(manager, message, memberId, intentId, at);
      return true;
    });
  }

  /** Null when it was there. */
  private async decide(manager: EntityManager, message: DemoMessage, memberId: Uuid, at: Date) {
    const { key, announcement, category, mail } = message;
    const decisions = { in_app: 'told', ...(mail ? { email: 'queued' } : {}) };
    const [row] = await manager.query<{ id: Uuid }[]>(
      `INSERT INTO notifications.intent (id, announcement, category, recipient_id, subject_id, dedupe_key, decisions,
                                         expires_at, test, created_at)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7::timestamptz + interval '7 days', false, $7)
       ON CONFLICT ON CONSTRAINT intent_once DO NOTHING RETURNING id`,
      [newId(), announcement, category, memberId, `${key}|${memberId}`, JSON.stringify(decisions), at],
    );
    return row?.id ?? null;
  }

  private async list(manager: EntityManager, message: DemoMessage, memberId: Uuid, at: Date): Promise<void> {
    const { key, type, category, severity, title, body, url, read } = message;
    await manager.query(
      `INSERT INTO notifications.notification (id, member_id, type, category, severity, title, body, url, dedupe_key,
                                               created_at, seen_at, read_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        newId(),
        memberId,
        type,
        category,
        severity,
        title,
        body,
        url,
        `${key}|${memberId}`,
        at,
        read ? at : null,
      ],
    );
  }

  private async deliver(
    manager: EntityManager,
    { key, category, mail }: DemoMessage,
    memberId: Uuid,
    intentId: Uuid,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO notifications.delivery (id, intent_id, channel, template, category, lane, recipient_id, subject_kind,
         subject_id, dedupe_key, state, attempts, next_attempt_at, expires_at, unless_read, test, created_at,
         changed_at, accepted_at, closed_at, last_reason)
       VALUES ($1, $2, 'email', $3, $4, 1, $5, 'accounts.member', $5, $6, $7, 1, $8, $8, false, false, $8,
         $8::timestamptz + interval '1 second', CASE WHEN $7 = 'sent' THEN $8::timestamptz + interval '1 second' END,
         $8::timestamptz + interval '1 second', $9)`,
      [
        ...[
          newId(),
          intentId,
          mail?.template,
          category,
          memberId,
          `email|${key}|${memberId}`,
          mail?.state,
          at,
        ],
        mail?.reason ?? null,
      ],
    );
  }
}
