import { Global, Module } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DisabledDiscordOAuth, DisabledDiscordPort } from './disabled-discord';
import { DiscordHttpOAuth } from './discord-http-oauth';
import { DiscordOAuth } from './discord-oauth';
import { DiscordPort } from './discord-port';
import { DiscordRestPort } from './discord-rest-port';

function choosePort({ vendors: { discordBot } }: Config, adapters: Adapters): DiscordPort {
  if (!discordBot) {
    const detail = 'DISCORD_BOT_TOKEN is not set: nothing is sent to Discord';
    adapters.register('discord', () => ({ state: 'disabled', detail }));
    return new DisabledDiscordPort();
  }
  const { host } = new URL(discordBot.apiBase);
  adapters.register('discord', () => ({ state: 'enabled', detail: `the bot speaks to ${host}` }));
  return new DiscordRestPort(discordBot);
}

function chooseOAuth({ vendors: { discordApp } }: Config, clock: Clock, adapters: Adapters): DiscordOAuth {
  if (!discordApp) {
    const detail = 'DISCORD_CLIENT_ID is not set: members cannot connect Discord';
    adapters.register('discord-oauth', () => ({ state: 'disabled', detail }));
    return new DisabledDiscordOAuth();
  }
  adapters.register('discord-oauth', () => ({ state: 'enabled', detail: 'members connect their account' }));
  return new DiscordHttpOAuth(discordApp, clock);
}

@Global()
@Module({
  providers: [
    { provide: DiscordPort, inject: [Config, Adapters], useFactory: choosePort },
    { provide: DiscordOAuth, inject: [Config, Clock, Adapters], useFactory: chooseOAuth },
  ],
  exports: [DiscordPort, DiscordOAuth],
})
export class DiscordModule {}
