import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { UnderstandEvents } from '../ingress/application/understand-events';

@Injectable()
export class UnderstandTick {
  constructor(private readonly understandEvents: UnderstandEvents) {}

  @OnTick({ name: 'notifications.understand', cron: '*/2 * * * * *' })
  run(): Promise<number> {
    return this.understandEvents.execute();
  }
}
