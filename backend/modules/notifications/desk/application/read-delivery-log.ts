import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import type { DeliveryLogFilter, DeliveryLogRow, DeliveryTimeline } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { IntentRepository } from '../../announcements/persistence/intent.repository';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import { mayCancel, mayRetry } from '../domain/second-thoughts';
import { DeliveryLogReader } from '../persistence/delivery-log';
import { decisionsOf } from './decisions';

/** What was sent, or why it was not: never the words, never the address. */
@Injectable()
export class ReadDeliveryLog {
  constructor(
    private readonly log: DeliveryLogReader,
    private readonly deliveries: DeliveryRepository,
    private readonly intents: IntentRepository,
    private readonly contacts: ContactBook,
    private readonly clock: Clock,
  ) {}

  /** One row more than asked for when there is a next page. */
  async page(filter: DeliveryLogFilter, limit: number, beforeId?: Uuid): Promise<DeliveryLogRow[]> {
    const rows = await this.log.page(filter, limit + 1, beforeId);
    const names = await this.namesOf(rows);
    return rows.map((row) => presentRow(row, names.get(row.recipientId)));
  }

  /** @throws DomainError notifications.delivery-not-found */
  async one(id: Uuid): Promise<DeliveryTimeline> {
    const row = await this.deliveries.find(id);
    if (!row) throw new DomainError('notifications.delivery-not-found', {}, 'not-found');
    const now = this.clock.now();
    const [steps, intent, names] = await Promise.all([
      this.log.stepsOf(id),
      this.intents.find(row.intentId),
      this.namesOf([row]),
    ]);
    return {
      ...presentRow(row, names.get(row.recipientId)),
      provider_id: row.providerId,
      expires_at: row.expiresAt.toISOString(),
      next_attempt_at: row.closedAt ? null : row.nextAttemptAt.toISOString(),
      steps: steps.map(({ at, ...step }) => ({ at: at.toISOString(), ...step })),
      decisions: decisionsOf(intent),
      may_retry: mayRetry(row, now),
      may_cancel: mayCancel(row),
    };
  }

  private async namesOf(rows: readonly DeliveryEntity[]): Promise<Map<Uuid, string>> {
    const contacts = await this.contacts.contactsOf([...new Set(rows.map((row) => row.recipientId))]);
    return new Map(contacts.map((one) => [one.memberId, `${one.firstName} ${one.lastName}`]));
  }
}

function presentRow(row: DeliveryEntity, recipientName = '—'): DeliveryLogRow {
  const { id, channel, template, category, state, attempts, test } = row;
  return {
    ...{ id, channel, template, category, state, attempts, test },
    recipient_id: row.recipientId,
    recipient_name: recipientName,
    last_reason: row.lastReason,
    created_at: row.createdAt.toISOString(),
    accepted_at: row.acceptedAt?.toISOString() ?? null,
    closed_at: row.closedAt?.toISOString() ?? null,
  };
}
