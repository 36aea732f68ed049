import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { PurgeLog } from '../desk/application/purge-log';

@Injectable()
export class PurgeLogTick {
  constructor(private readonly purgeLog: PurgeLog) {}

  /** At night, when nobody waits for a message. */
  @OnTick({ name: 'notifications.purge', cron: '0 40 3 * * *', zone: 'Europe/Paris' })
  async run(): Promise<number> {
    return Object.values(await this.purgeLog.execute()).reduce((sum, count) => sum + count, 0);
  }
}
