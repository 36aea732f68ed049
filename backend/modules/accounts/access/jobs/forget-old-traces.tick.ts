import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { ForgetOldTraces } from '../application/forget-old-traces';

@Injectable()
export class ForgetOldTracesTick {
  constructor(private readonly forgetOldTraces: ForgetOldTraces) {}

  @OnTick({ name: 'accounts.forget-old-traces', cron: '0 41 3 * * *' })
  async run(): Promise<void> {
    await this.forgetOldTraces.execute();
  }
}
