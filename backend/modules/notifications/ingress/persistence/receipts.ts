import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { whatsAppFault } from '@calmness/platform/vendors/twilio';
import type { DeliveryState } from '../../delivery/domain/delivery';
import { AddressStates } from '../../places/persistence/address-states';

export interface Receipt {
  /** Named by the callback's own address; found by the provider's id otherwise. */
  deliveryId: Uuid | null;
  providerId: string;
  /** In the provider's words. */
  status: string;
  code: string | null;
}

/** Twilio's words (Messaging, "message status values"). */
const states: Readonly<Record<string, DeliveryState>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
};
/** States a receipt may move on, by the state it brings: only forward. */
const before: Readonly<Partial<Record<DeliveryState, DeliveryState[]>>> = {
  sent: ['queued', 'sending', 'accepted', 'unknown'],
  delivered: ['queued', 'sending', 'accepted', 'sent', 'unknown'],
  read: ['queued', 'sending', 'accepted', 'sent', 'delivered', 'unknown'],
  failed: ['queued', 'sending', 'accepted', 'sent', 'unknown'],
};
/** What became of a message its provider took. Comes late, twice and out of order, also before its own acceptance. */
@Injectable()
export class Receipts {
  constructor(
    private readonly addresses: AddressStates,
    private readonly clock: Clock,
  ) {}

  /** Answers what it changed: the new state, or why nothing. */
  async take(tx: Transaction, { deliveryId, providerId, status, code }: Receipt): Promise<string> {
    const state = states[status];
    if (!state) return 'no news';
    const now = this.clock.now();
    const reason = state === 'failed' ? `twilio-${code ?? status}` : null;
    const changed = await tx.query<{ address_hash: string | null }>(
      `UPDATE notifications.delivery
          SET state = $3, changed_at = $4, claimed_until = NULL, closed_at = coalesce(closed_at, $4),
              accepted_at = coalesce(accepted_at, $4), provider_id = coalesce(provider_id, $2), last_reason = $5
        WHERE channel = 'whatsapp' AND (id = $1 OR ($1::uuid IS NULL AND provider_id = $2))
          AND (provider_id IS NULL OR provider_id = $2)
          AND state = ANY ($6) AND (state <> 'queued' OR doubt_since IS NOT NULL)
       RETURNING address_hash`,
      [deliveryId, providerId, state, now, reason, before[state]],
    );
    if (changed.length === 0) return 'overtaken';
    const fault = whatsAppFault(Number(code ?? 0));
    const hash = changed[0]?.address_hash;
    if (fault.kind === 'permanent' && fault.address && hash)
      await this.addresses.markHashed('whatsapp', hash, fault.address, `twilio-${code}`);
    return state;
  }
}
