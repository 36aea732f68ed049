export { DiscordPort, type DiscordMessage } from './discord-port';
export { DiscordGrantEnded, DiscordOAuth, type DiscordGrant, type DiscordPerson } from './discord-oauth';
export { DiscordRestPort } from './discord-rest-port';
export { DiscordHttpOAuth } from './discord-http-oauth';
export { DisabledDiscordOAuth, DisabledDiscordPort } from './disabled-discord';
export { DiscordModule } from './discord.module';
