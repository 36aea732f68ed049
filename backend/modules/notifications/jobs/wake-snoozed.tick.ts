import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { PutAside } from '../inbox/application/put-aside';

@Injectable()
export class WakeSnoozedTick {
  constructor(private readonly putAside: PutAside) {}

  @OnTick({ name: 'notifications.wake-snoozed', cron: '2 * * * * *' })
  async run(): Promise<void> {
    await this.putAside.wakeDue();
  }
}
