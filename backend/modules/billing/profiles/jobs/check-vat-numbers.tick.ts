import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { CheckVatNumbers } from '../application/check-vat-numbers';

/** Every ten seconds: whoever just typed a number is looking at the page. */
@Injectable()
export class CheckVatNumbersTick {
  constructor(private readonly check: CheckVatNumbers) {}

  @OnTick({ name: 'billing.check-vat-numbers', cron: '*/10 * * * * *' })
  run(): Promise<void> {
    return this.check.execute();
  }
}
