import { Injectable } from '@nestjs/common';
import { OnTick } from '@calmness/platform/events';
import { EndDiscordGrants } from '../application/end-discord-grants';
import { KeepDiscordGrants } from '../application/keep-discord-grants';

/** What members granted on Discord is renewed while they want it, and ended when they do not. */
@Injectable()
export class DiscordGrantsTicks {
  constructor(
    private readonly keepDiscordGrants: KeepDiscordGrants,
    private readonly endDiscordGrants: EndDiscordGrants,
  ) {}

  @OnTick({ name: 'accounts.keep-discord-grants', cron: '0 17 * * * *' })
  async keep(): Promise<void> {
    await this.keepDiscordGrants.execute();
  }

  @OnTick({ name: 'accounts.end-discord-grants', cron: '40 * * * * *' })
  async end(): Promise<void> {
    await this.endDiscordGrants.execute();
  }
}
