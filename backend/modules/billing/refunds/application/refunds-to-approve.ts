import { Injectable } from '@nestjs/common';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { RefundRepository } from '../persistence/refund.repository';

/** Refunds one person asked for and another has to agree to. */
@Injectable()
export class RefundsToApprove extends DayQueueSource {
  readonly permission = 'billing.refund';

  constructor(private readonly refunds: RefundRepository) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const { count, oldestAt } = await this.refunds.waiting();
    const url = '/admin/refunds';
    return { kind: 'refunds_to_approve', count, oldestAt: oldestAt?.toISOString() ?? null, url };
  }
}
