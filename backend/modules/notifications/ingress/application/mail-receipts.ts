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
      `SELECT id, recipient_id, category, address_hash FROM notifications.delivery
        WHERE id = $1 AND channel = 'email' FOR UPDATE`,
      [deliveryId],
    );
    if (!mail) return 'unknown mail';
    switch (event) {
      case 'delivered':
        return this.move(tx, mail, 'delivered', null);
      case 'bounced':
        if (mail.address_hash) await this.addresses.markHashed('email', mail.address_hash, 'bounced', reason);
        return this.move(tx, mail, 'failed', 'bounced');
      case 'soft':
        if (mail.address_hash) await this.addresses.softBounce('email', mail.address_hash, reason);
        return 'soft';
      case 'complaint':
        // Whoever calls it spam is asked nothing more: it is a refusal of the kind, where it may be refused.
        await this.preferences.optOut(mail.recipient_id, { category: mail.category, channel: 'email' });
        return 'complaint';
    }
  }

  private async move(tx: Transaction, { id }: Mailed, state: 'delivered' | 'failed', reason: string | null) {
    const changed = await tx.query(
      `UPDATE notifications.delivery SET state = $2, last_reason = $3, changed_at = $4, claimed_until = NULL,
              closed_at = coalesce(closed_at, $4), accepted_at = coalesce(accepted_at, $4)
        WHERE id = $1 AND state IN ('sending', 'sent', 'unknown', 'delivered') AND state <> $2 RETURNING id`,
      [id, state, reason, this.clock.now()],
    );
    return changed.length > 0 ? state : 'overtaken';
  }
}
