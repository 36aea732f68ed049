import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { Proofs } from '../application/proofs';

@Injectable()
export class TidyProofsTick {
  constructor(private readonly proofs: Proofs) {}

  @OnTick({ name: 'billing.tidy-proofs', cron: '40 */5 * * * *' })
  async run(): Promise<void> {
    await this.proofs.tidy();
  }
}
