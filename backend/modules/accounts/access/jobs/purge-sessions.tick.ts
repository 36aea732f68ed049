import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { PurgeSessions } from '../application/purge-sessions';

@Injectable()
export class PurgeSessionsTick {
  constructor(private readonly purgeSessions: PurgeSessions) {}

  @OnTick({ name: 'accounts.purge-sessions', cron: '0 41 3 * * *' })
  async run(): Promise<void> {
    await this.purgeSessions.execute();
  }
}
