import type { Api, SendMessageParams } from 'node-telegram-bot-api';
import type { TelegramSettings } from '@calmness/platform/config';
import { cutHtml } from '../cut-text';
import type { SendOutcome } from '../outcome';
import { faultReason, fetchJson } from '../transport-fault';
import { telegramOutcome } from './telegram-outcome';
import { TelegramPort, type TelegramMessage, type TelegramUpdate } from './telegram-port';

const textLimit = 4_096;
const answersWithinMs = 15_000;
/** A page that shows the bot's name does not wait longer. */
const nameWithinMs = 5_000;

/** `chat_member` is sent only to who asks for it by name. */
const heardUpdates = ['message', 'my_chat_member', 'chat_member', 'chat_join_request'] as const;

export interface TelegramTimeouts {
  answersWithinMs?: number;
}

/** Telegram through node-telegram-bot-api; the library is loaded with the first question. */
export class NodeTelegramPort extends TelegramPort {
  readonly enabled = true;
  private api?: Promise<Api>;
  private name?: string;

  constructor(
    private readonly settings: TelegramSettings,
    private readonly timeouts: TelegramTimeouts = {},
  ) {
    super();
  }

  async botName(): Promise<string | null> {
    if (this.name) return this.name;
    try {
      const api = await this.load();
      const me = await api.getMe(AbortSignal.timeout(nameWithinMs));
      this.name = me.username;
    } catch {
      return null;
    }
    return this.name ?? null;
  }

  async send(message: TelegramMessage): Promise<SendOutcome> {
    const api = await this.load();
    const parameters = toParameters(message);
    try {
      return await this.deliver(api, parameters);
    } catch (error) {
      const movedTo = movedChat(error);
      if (movedTo === undefined) return telegramOutcome(error);
      // Refused for its address alone: nothing was delivered under the old one.
      return this.deliver(api, { ...parameters, chat_id: movedTo }).catch(telegramOutcome);
    }
  }

  async updatesAfter(id: number | null, waitSeconds: number): Promise<TelegramUpdate[]> {
    const updates = await this.ask((api) =>
      api.getUpdates({
        offset: id === null ? undefined : id + 1,
        timeout: waitSeconds,
        allowed_updates: [...heardUpdates],
      }),
    );
    return updates.map((update) => ({ id: update.update_id, raw: update }));
  }

  async listenAt(url: string, secret: string): Promise<void> {
    await this.ask((api) =>
      api.setWebhook({ url, secret_token: secret, allowed_updates: [...heardUpdates] }),
    );
  }

  async stopListening(): Promise<void> {
    await this.ask((api) => api.deleteWebhook({ drop_pending_updates: false }));
  }

  private async deliver(api: Api, parameters: SendMessageParams): Promise<SendOutcome> {
    const sent = await api.sendMessage(parameters);
    return { kind: 'accepted', providerId: String(sent.message_id) };
  }

  /** The library's errors name the address, and the token stands in it: only their codes go on. */
  private async ask<T>(question: (api: Api) => Promise<T>): Promise<T> {
    const api = await this.load();
    return question(api).catch((error: unknown) => {
      const outcome = telegramOutcome(error);
      throw new Error(`Telegram: ${'reason' in outcome ? outcome.reason : faultReason(error)}`);
    });
  }

  private load(): Promise<Api> {
    this.api ??= import('node-telegram-bot-api').then(
      ({ Api }) =>
        new Api(this.settings.token, {
          apiRoot: this.settings.apiRoot,
          fetch: fetchJson,
          timeoutMs: this.timeouts.answersWithinMs ?? answersWithinMs,
          maxRetries: 0,
        }),
    );
    return this.api;
  }
}

function toParameters({ chatId, html, button }: TelegramMessage): SendMessageParams {
  return {
    chat_id: Number.isSafeInteger(Number(chatId)) ? Number(chatId) : chatId,
    text: cutHtml(html, textLimit),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: button && { inline_keyboard: [[{ text: button.label, url: button.url }]] },
  };
}

/** A group that became a supergroup has another id since. */
function movedChat(error: unknown): number | undefined {
  const moved: unknown =
    error instanceof Error && 'migrateToChatId' in error ? error.migrateToChatId : undefined;
  return typeof moved === 'number' ? moved : undefined;
}
