import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { OnTick } from '@calmness/platform/events';
import { BeginErasures } from '../application/begin-erasures';
import { RetireInactive } from '../application/retire-inactive';
import { RunErasures } from '../application/run-erasures';
import { farewellDays } from '../domain/erasure';
import { ErasureRepository } from '../persistence/erasure.repository';

/** Erasures begin when their week is over and go on wherever a worker stopped; quiet accounts are found at night. */
@Injectable()
export class ErasureJobs {
  constructor(
    private readonly beginErasures: BeginErasures,
    private readonly runErasures: RunErasures,
    private readonly retireInactive: RetireInactive,
    private readonly erasures: ErasureRepository,
    private readonly clock: Clock,
  ) {}

  @OnTick({ name: 'accounts.run-erasures', cron: '15 * * * * *' })
  async run(): Promise<void> {
    await this.beginErasures.execute();
    await this.runErasures.execute();
  }

  @OnTick({ name: 'accounts.forget-farewells', cron: '0 20 * * * *' })
  async forgetFarewells(): Promise<void> {
    await this.erasures.forgetFarewells(new Date(this.clock.now().getTime() - farewellDays * 86_400_000));
  }

  /** Before the sessions of the month are forgotten. */
  @OnTick({ name: 'accounts.retire-inactive', cron: '0 11 3 * * *' })
  async retire(): Promise<void> {
    await this.retireInactive.execute();
  }
}
