import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { CancelSubscription } from '../../subscriptions/application/cancel-subscription';
import type { SubscriptionEntity } from '../../subscriptions/persistence/subscription.entity';
import { matches, requestOf } from '../domain/request-link';
import { ContractRequestRepository } from '../persistence/contract-request.repository';

/** Whoever reads the mailbox follows the link of the acknowledgement: the subscription is cancelled. */
@Injectable()
export class ConfirmCancellation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ContractRequestRepository,
    private readonly cancel: CancelSubscription,
    private readonly clock: Clock,
  ) {}

  /**
   * The link works once.
   * @throws DomainError billing.request-link-invalid, the same for a forged, an expired and a used one
   */
  async execute(token: string): Promise<SubscriptionEntity> {
    const requestId = requestOf(token);
    if (!requestId) throw invalid();
    return this.unitOfWork.run(async (tx) => {
      const request = await this.requests.lock(tx, requestId);
      const now = this.clock.now();
      if (!request?.linkHash || !matches(token, request.linkHash)) throw invalid();
      const { memberId, subscriptionId, linkExpiresAt, reasonCode } = request;
      if (request.status !== 'received' || !linkExpiresAt || linkExpiresAt <= now) throw invalid();
      if (!memberId || !subscriptionId) throw invalid();
      const reason = reasonCode ?? 'other';
      const cancelled = await this.cancel.within(tx, { subscriptionId, memberId, reason });
      await this.requests.update(tx, requestId, { status: 'done', confirmedAt: now, handledAt: now });
      return cancelled;
    });
  }
}

function invalid(): DomainError {
  return new DomainError('billing.request-link-invalid', {}, 'invalid');
}
