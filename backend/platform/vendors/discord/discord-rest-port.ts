import { createHash } from 'node:crypto';
import type { REST } from 'discord.js';
import type { DiscordBotSettings } from '@calmness/platform/config';
import { cutText } from '../cut-text';
import type { SendOutcome } from '../outcome';
import { discordCode, discordOutcome, unknownChannel } from './discord-outcome';
import { DiscordPort, type DiscordMessage } from './discord-port';

const textLimit = 2_000;
const nonceLimit = 25;
const answersWithinMs = 15_000;
/** Channels of direct messages kept in mind; opening one again answers the same, at the price of a request. */
const rememberedChannels = 5_000;

/** Discord's REST through discord.js; the library is loaded with the first message. */
export class DiscordRestPort extends DiscordPort {
  readonly enabled = true;
  private rest?: Promise<REST>;
  private readonly channels = new Map<string, string>();

  constructor(
    private readonly settings: DiscordBotSettings,
    private readonly answersWithin = answersWithinMs,
  ) {
    super();
  }

  async send(message: DiscordMessage): Promise<SendOutcome> {
    const rest = await this.load();
    // A refused token is forgotten by the library: a mended one would need a restart.
    rest.setToken(this.settings.token);
    let channel: string;
    try {
      channel = await this.channelOf(rest, message.userId);
    } catch (error) {
      return beforeTheMessage(discordOutcome(error));
    }
    try {
      return await this.post(rest, channel, message);
    } catch (error) {
      if (discordCode(error) === unknownChannel) this.channels.delete(message.userId);
      return discordOutcome(error);
    }
  }

  private async channelOf(rest: REST, userId: string): Promise<string> {
    const known = this.channels.get(userId);
    if (known) return known;
    const { id } = (await rest.post('/users/@me/channels', {
      body: { recipient_id: userId },
      signal: AbortSignal.timeout(this.answersWithin),
    })) as { id: string };
    const [oldest] = this.channels.keys();
    if (oldest && this.channels.size >= rememberedChannels) this.channels.delete(oldest);
    this.channels.set(userId, id);
    return id;
  }

  private async post(rest: REST, channel: string, { text, nonce }: DiscordMessage): Promise<SendOutcome> {
    const { id } = (await rest.post(`/channels/${channel}/messages`, {
      body: {
        content: cutText(text, textLimit),
        nonce: shortened(nonce),
        enforce_nonce: true,
        allowed_mentions: { parse: [] },
      },
      signal: AbortSignal.timeout(this.answersWithin),
    })) as { id: string };
    return { kind: 'accepted', providerId: id };
  }

  private load(): Promise<REST> {
    this.rest ??= import('discord.js').then(
      ({ REST }) =>
        new REST({
          version: '10',
          api: this.settings.apiBase,
          timeout: this.answersWithin,
          retries: 0,
          rejectOnRateLimit: () => true,
        }),
    );
    return this.rest;
  }
}

/** Without its channel a message was not sent at all, however the asking for one ended. */
function beforeTheMessage(outcome: SendOutcome): SendOutcome {
  return outcome.kind === 'unknown' ? { kind: 'retryable', reason: outcome.reason } : outcome;
}

function shortened(nonce: string): string {
  if (nonce.length <= nonceLimit) return nonce;
  return createHash('sha256').update(nonce).digest('base64url').slice(0, nonceLimit);
}
