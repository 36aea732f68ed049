import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { GatherDigests } from '../digest/application/gather-digests';

@Injectable()
export class DigestTick {
  constructor(private readonly gatherDigests: GatherDigests) {}

  @OnTick({ name: 'notifications.digest', cron: '3 * * * * *' })
  run(): Promise<number> {
    return this.gatherDigests.execute();
  }
}
