import type { SendOutcome } from '../outcome';
import { DiscordOAuth, type DiscordGrant, type DiscordPerson } from './discord-oauth';
import { DiscordPort } from './discord-port';

/** Without a bot: sends nothing and says so. */
export class DisabledDiscordPort extends DiscordPort {
  readonly enabled = false;

  send(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason: 'DISCORD_BOT_TOKEN is not set' });
  }
}

const missing = 'DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET are not set';

/** Without an application: nobody is sent to Discord. */
export class DisabledDiscordOAuth extends DiscordOAuth {
  readonly enabled = false;

  authorizeUrl(): string {
    throw new Error(missing);
  }

  exchange(): Promise<DiscordGrant> {
    return Promise.reject(new Error(missing));
  }

  refresh(): Promise<DiscordGrant> {
    return Promise.reject(new Error(missing));
  }

  identify(): Promise<DiscordPerson> {
    return Promise.reject(new Error(missing));
  }

  /** There is nothing we could end. */
  revoke(): Promise<void> {
    return Promise.resolve();
  }
}
