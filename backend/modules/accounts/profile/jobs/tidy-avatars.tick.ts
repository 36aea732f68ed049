import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { Avatars } from '../application/avatars';

@Injectable()
export class TidyAvatarsTick {
  constructor(private readonly avatars: Avatars) {}

  @OnTick({ name: 'accounts.tidy-avatars', cron: '20 */5 * * * *' })
  async run(): Promise<void> {
    await this.avatars.tidy();
  }
}
