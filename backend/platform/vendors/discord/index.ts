export { DiscordPort, type DiscordMessage } from './discord-port';
export { DiscordGrantEnded, DiscordOAuth, type DiscordGrant, type DiscordPerson } from './discord-oauth';
