import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { businessZone } from '@calmness/platform/clock';
import { OnTick, TickScheduler } from '@calmness/platform/events';
import { GuardInvoiceChain } from '../application/guard-invoice-chain';

const tick = 'billing.guard-invoice-chain';

/** Recomputes the chain every night and when a worker starts (I4). */
@Injectable()
export class GuardInvoiceChainTick implements OnApplicationBootstrap {
  constructor(
    private readonly guard: GuardInvoiceChain,
    private readonly ticks: TickScheduler,
  ) {}

  onApplicationBootstrap(): void {
    this.ticks.wake(tick);
  }

  @OnTick({ name: tick, cron: '0 30 3 * * *', zone: businessZone })
  run(): Promise<void> {
    return this.guard.execute();
  }
}
