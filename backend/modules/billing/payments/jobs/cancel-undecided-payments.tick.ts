import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { CancelUndecidedPayments } from '../application/cancel-undecided-payments';

@Injectable()
export class CancelUndecidedPaymentsTick {
  constructor(private readonly cancel: CancelUndecidedPayments) {}

  @OnTick({ name: 'billing.cancel-undecided-payments', cron: '0 */5 * * * *' })
  run(): Promise<void> {
    return this.cancel.execute();
  }
}
