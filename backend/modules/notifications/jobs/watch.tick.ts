import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { Watch } from '../desk/application/watch';

@Injectable()
export class WatchTick {
  constructor(private readonly watch: Watch) {}

  @OnTick({ name: 'notifications.watch', cron: '24 * * * * *' })
  run(): Promise<number> {
    return this.watch.execute();
  }
}
