import { Injectable } from '@nestjs/common';
import type { Contact } from '@calmness/accounts';
import { Config } from '@calmness/platform/config';
import { DiscordPort } from '@calmness/platform/vendors/discord';
import { ChannelSender, type Letter, type Place, type Written } from './channel-sender';
import { cutAt, repeatMark, shortWords } from './short-words';

const longestBody = 1_500;

/** A private message of the bot, to people who asked for it (Discord's developer policy). */
@Injectable()
export class DiscordChannel extends ChannelSender {
  readonly channel = 'discord';
  readonly vendor = 'discord';
  readonly recognisesRepeat = true;

  constructor(
    private readonly discord: DiscordPort,
    private readonly config: Config,
  ) {
    super();
  }

  get enabled(): boolean {
    return this.discord.enabled;
  }

  placesOf({ discordId }: Contact): Promise<Place[]> {
    return Promise.resolve(discordId ? [{ address: discordId }] : []);
  }

  paceOf(): null {
    return null;
  }

  write(letter: Letter): Promise<Written> {
    const { delivery, subject, place } = letter;
    const { title, body } = shortWords(letter);
    const link = `${this.config.publicBaseUrl}${subject.url ?? '/user'}`;
    // The link is cut last: without it the message leads nowhere.
    const text = `**${escapeMarkdown(cutAt(title, 200))}**\n${escapeMarkdown(cutAt(body, longestBody))}\n<${link}>`;
    const message = { userId: place.address, text, nonce: repeatMark(delivery.id) };
    return Promise.resolve({ send: () => this.discord.send(message) });
  }
}

/** So that a name with stars stays a name; a mention notifies nobody in a private message. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\*_~`|>#[\]()<-]/g, String.raw`\$&`);
}
