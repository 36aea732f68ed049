import { Injectable } from '@nestjs/common';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';
import { PaymentRepository } from '../persistence/payment.repository';

/** Payments the staff has to find on the statement. */
@Injectable()
export class PaymentsToValidate extends DayQueueSource {
  readonly permission = 'billing.payments-read';

  constructor(private readonly payments: PaymentRepository) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const { count, oldestAt } = await this.payments.waiting();
    const url = '/admin/payments?status=pending';
    return { kind: 'payments_to_validate', count, oldestAt: oldestAt?.toISOString() ?? null, url };
  }
}
