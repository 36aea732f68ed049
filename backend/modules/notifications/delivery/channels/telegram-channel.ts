import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Contact } from '@calmness/accounts';
import { Config } from '@calmness/platform/config';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { ChannelSender, type Letter, type Place, type Written } from './channel-sender';
import { shortWords } from './short-words';

const openLabel: Record<Locale, string> = { fr: 'Ouvrir Calmness', en: 'Open Calmness' };

/** A message of the academy's bot to a linked person. */
@Injectable()
export class TelegramChannel extends ChannelSender {
  readonly channel = 'telegram';
  readonly vendor = 'telegram';
  readonly recognisesRepeat = false;

  constructor(
    private readonly telegram: TelegramPort,
    private readonly config: Config,
  ) {
    super();
  }

  get enabled(): boolean {
    return this.telegram.enabled;
  }

  placesOf({ telegramId }: Contact): Promise<Place[]> {
    return Promise.resolve(telegramId ? [{ address: telegramId }] : []);
  }

  paceOf({ address }: Place): string {
    return address;
  }

  write(letter: Letter): Promise<Written> {
    const { contact, subject, place } = letter;
    const { title, body } = shortWords(letter);
    const message = {
      chatId: place.address,
      html: `<b>${escapeHtml(title)}</b>\n\n${escapeHtml(body)}`,
      ...this.button(contact.locale, subject.url),
    };
    return Promise.resolve({ send: () => this.telegram.send(message) });
  }

  /** Telegram refuses buttons that lead to an address nobody else can reach. */
  private button(locale: Locale, path = '/user') {
    const url = `${this.config.publicBaseUrl}${path}`;
    return url.startsWith('https://') ? { button: { label: openLabel[locale], url } } : {};
  }
}

/** The three signs Telegram's HTML mode reads; everything else is text. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
