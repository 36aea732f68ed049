import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { isUuid, type Uuid } from '@calmness/platform/ids';
import type { NotificationCategory } from '@calmness/contracts';
import { AddressStates } from '../../places/persistence/address-states';
import { Preferences } from '../../preferences/application/preferences';
import type { Heard } from '../domain/heard';

type MailHeard = Extract<Heard, { kind: 'mail-event' }>;

interface Mailed {
  id: Uuid;
  recipient_id: Uuid;
  category: NotificationCategory;
  subject_id: Uuid;
  address_hash: string | null;
}

/** What became of a mail its provider took: it arrived, came back, or somebody called it spam. */
@Injectable()
export class MailReceipts {
  constructor(
    private readonly addresses: AddressStates,
    private readonly preferences: Preferences,
    private readonly clock: Clock,
  ) {}

  /** Answers what it changed. */
  async take(tx: Transaction, { deliveryId, event, reason }: MailHeard): Promise<string> {
    if (!isUuid(deliveryId)) return 'unknown mail';
    const [mail] = await tx.query<Mailed>(
      `SELECT id, recipient_id, category, subject_id, address_hash FROM notifications.delivery
        WHERE id = $1 AND channel = 'email' FOR UPDATE`,
      [deliveryId],
    );
    if (!mail) return 'unknown mail';
    switch (event) {
      case 'delivered':
        return this.arrived(tx, mail);
      case 'bounced':
        if (mail.address_hash) await this.addresses.markHashed('email', mail.address_hash, 'bounced', reason);
        return this.move(tx, mail, 'failed', 'bounced');
      case 'soft':
        return this.turnedAway(tx, mail, reason);
      case 'refused':
        return this.move(tx, mail, 'failed', reason);
      case 'complaint':
        // Whoever calls it spam is asked nothing more: it is a refusal of the kind, where it may be refused.
        for (const category of await this.kindsIn(tx, mail))
          await this.preferences.optOut(mail.recipient_id, { category, channel: 'email' });
        return 'complaint';
    }
  }

  private async arrived(tx: Transaction, mail: Mailed): Promise<string> {
    if (mail.address_hash) await this.addresses.arrived('email', mail.address_hash);
    return this.move(tx, mail, 'delivered', null);
  }

  /** Counted once a mail, however often its provider says so. */
  private async turnedAway(tx: Transaction, mail: Mailed, reason: string): Promise<string> {
    const outcome = await this.move(tx, mail, 'failed', 'blocked');
    if (outcome === 'failed' && mail.address_hash)
      await this.addresses.softBounce('email', mail.address_hash, reason);
    return outcome;
  }

  /** A summary is of every kind that went into it, as its own link to refuse it is. */
  private async kindsIn(
    tx: Transaction,
    { category, subject_id: subjectId }: Mailed,
  ): Promise<NotificationCategory[]> {
    const gathered = await tx.query<{ category: NotificationCategory }>(
      `SELECT DISTINCT category FROM notifications.delivery WHERE digest_id = $1`,
      [subjectId],
    );
    return gathered.length > 0 ? gathered.map((row) => row.category) : [category];
  }

  private async move(tx: Transaction, { id }: Mailed, state: 'delivered' | 'failed', reason: string | null) {
    const changed = await tx.query(
      `UPDATE notifications.delivery SET state = $2, last_reason = $3, changed_at = $4, claimed_until = NULL,
              closed_at = coalesce(closed_at, $4), accepted_at = coalesce(accepted_at, $4)
        WHERE id = $1 AND state <> $2 AND (state IN ('sending', 'sent', 'unknown', 'delivered')
          -- It waits because its answer was lost: here it is.
          OR (state = 'queued' AND doubt_since IS NOT NULL)) RETURNING id`,
      [id, state, reason, this.clock.now()],
    );
    return changed.length > 0 ? state : 'overtaken';
  }
}
