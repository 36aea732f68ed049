import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { CancelSubscription } from '../../subscriptions/application/cancel-subscription';
import { assertOpen } from '../domain/contract-request';
import type { ContractRequestEntity } from '../persistence/contract-request.entity';
import { ContractRequestRepository } from '../persistence/contract-request.repository';

export interface HandleCommand {
  requestId: Uuid;
  staffId: Uuid;
  outcome: 'done' | 'refused';
  /** Told to whoever asked. */
  note: string;
}

/**
 * The staff answers a request. `done` of a cancellation cancels the subscription it was matched with; the money of a
 * withdrawal goes back through the refund of its payment, which writes the credit note.
 */
@Injectable()
export class HandleRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ContractRequestRepository,
    private readonly cancel: CancelSubscription,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.request-not-found, billing.request-decided, billing.subscription-ended */
  execute(command: HandleCommand): Promise<ContractRequestEntity> {
    const { requestId, staffId, outcome, note } = command;
    return this.unitOfWork.run(async (tx) => {
      const request = await this.requests.lock(tx, requestId);
      if (!request) throw new DomainError('billing.request-not-found', {}, 'not-found');
      assertOpen(request);
      if (outcome === 'done') await this.cancelMatched(tx, request);
      const changes = { status: outcome, note, handledAt: this.clock.now(), handledBy: staffId };
      await this.requests.update(tx, requestId, changes);
      tx.record('billing.contract-request-handled', { requestId });
      tx.audit({
        ...{ actorId: staffId, action: 'billing.handle-contract-request' },
        ...{ objectType: 'contract-request', objectId: requestId },
        before: { status: request.status },
        after: { kind: request.kind, reference: request.reference, status: outcome, note },
      });
      return { ...request, ...changes };
    });
  }

  private async cancelMatched(tx: Transaction, request: ContractRequestEntity): Promise<void> {
    const { kind, memberId, subscriptionId, reasonCode } = request;
    if (kind !== 'cancellation' || !memberId || !subscriptionId) return;
    await this.cancel.within(tx, { subscriptionId, memberId, reason: reasonCode ?? 'other' });
  }
}
