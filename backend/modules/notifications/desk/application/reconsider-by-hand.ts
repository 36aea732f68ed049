import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import { alreadyGoing, cancellable, retriable } from '../domain/second-thoughts';
import { SecondThoughts } from '../persistence/second-thoughts';

interface Order {
  deliveryId: Uuid;
  actorId: Uuid;
}

/** A person of the staff sends a delivery after all, or holds it back. Both are audited; a second click does nothing. */
@Injectable()
export class ReconsiderByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly secondThoughts: SecondThoughts,
    private readonly clock: Clock,
  ) {}

  /**
   * The same row under the same key, with eight tries of its own. What stands against it is asked about again before it
   * leaves.
   * @throws DomainError notifications.delivery-not-found, notifications.delivery-too-late
   */
  async retry({ deliveryId, actorId }: Order): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const was = await this.secondThoughts.retry(tx, deliveryId, retriable, this.clock.now());
      if (was) return note(tx, 'notifications.retry-delivery', deliveryId, actorId, was, 'queued');
      const { state, digestId } = await this.found(deliveryId);
      if (digestId !== null || !alreadyGoing.includes(state))
        throw new DomainError('notifications.delivery-too-late', {}, 'conflict');
    });
  }

  /**
   * Whether it is held back or has left is decided by its row: the sender and this are never both right.
   * @throws DomainError notifications.delivery-not-found, notifications.delivery-left
   */
  async cancel({ deliveryId, actorId }: Order): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const was = await this.secondThoughts.cancel(tx, deliveryId, cancellable, this.clock.now());
      if (was) return note(tx, 'notifications.cancel-delivery', deliveryId, actorId, was, 'cancelled');
      const { state } = await this.found(deliveryId);
      if (state !== 'cancelled') throw new DomainError('notifications.delivery-left', {}, 'conflict');
    });
  }

  private async found(id: Uuid): Promise<DeliveryEntity> {
    const delivery = await this.deliveries.find(id);
    if (!delivery) throw new DomainError('notifications.delivery-not-found', {}, 'not-found');
    return delivery;
  }
}

function note(
  tx: Transaction,
  action: string,
  objectId: Uuid,
  actorId: Uuid,
  {
    state,
    attempts,
    last_reason,
    provider_id,
  }: { state: string; attempts: number; last_reason: string | null; provider_id: string | null },
  after: string,
): void {
  tx.audit({
    ...{ actorId, action, objectType: 'delivery', objectId },
    before: { state, attempts, last_reason, provider_id },
    after: { state: after },
  });
}
