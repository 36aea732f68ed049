import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { businessZone } from '@calmness/platform/clock';
import { OnTick, TickScheduler } from '@calmness/platform/events';
import { ClosePeriods } from '../application/close-periods';

const tick = 'billing.close-periods';

/** Ten past every hour: at 00:10 the day before is closed; later, and when a worker starts, what was missed. */
@Injectable()
export class ClosePeriodsTick implements OnApplicationBootstrap {
  constructor(
    private readonly closePeriods: ClosePeriods,
    private readonly ticks: TickScheduler,
  ) {}

  onApplicationBootstrap(): void {
    this.ticks.wake(tick);
  }

  @OnTick({ name: tick, cron: '0 10 * * * *', zone: businessZone })
  async run(): Promise<void> {
    await this.closePeriods.execute();
  }
}
