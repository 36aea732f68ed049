import { Injectable } from '@nestjs/common';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { ContractRequestRepository } from '../persistence/contract-request.repository';

/** Cancellations and withdrawals somebody has to answer, each with its legal delay. */
@Injectable()
export class RequestsToHandle extends DayQueueSource {
  readonly permission = 'billing.subscriptions-write';

  constructor(private readonly requests: ContractRequestRepository) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const { count, oldestAt } = await this.requests.waiting();
    const url = '/admin/subscriptions/requests?status=received';
    return { kind: 'contract_requests', count, oldestAt: oldestAt?.toISOString() ?? null, url };
  }
}
