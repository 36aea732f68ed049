import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { SendBroadcasts } from '../broadcast/application/send-broadcasts';

@Injectable()
export class BroadcastTick {
  constructor(private readonly sendBroadcasts: SendBroadcasts) {}

  @OnTick({ name: 'notifications.broadcast', cron: '*/5 * * * * *' })
  run(): Promise<number> {
    return this.sendBroadcasts.execute();
  }
}
