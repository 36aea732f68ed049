import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { errorFields, Log } from '@calmness/platform/observability';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { ListenToTelegram } from '../ingress/application/listen-to-telegram';
import { telegramSecret } from '../ingress/telegram-secret';

/** After a failure, and while another worker listens. */
const restMs = 5_000;

/**
 * Hears what people write to the bot: by webhook where Telegram can reach the house, by asking otherwise. Both exclude
 * each other, and so do two who ask.
 */
@Injectable()
export class TelegramEar implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private listening: Promise<void> = Promise.resolve();

  constructor(
    private readonly telegram: TelegramPort,
    private readonly listen: ListenToTelegram,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.telegram.enabled) this.listening = this.hear();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.listening;
  }

  private async hear(): Promise<void> {
    const reachable = this.config.isProduction && this.config.publicBaseUrl.startsWith('https://');
    let mayAsk = false;
    while (!this.stopping.signal.aborted) {
      try {
        if (reachable) return await this.announceWebhook();
        // The address another run left behind would answer every question with 409.
        if (!mayAsk) await this.telegram.stopListening();
        mayAsk = true;
        if (!(await this.listen.execute())) await this.rest();
      } catch (error) {
        this.log.warn('Telegram was not heard', errorFields(error));
        await this.rest();
      }
    }
  }

  private announceWebhook(): Promise<void> {
    const url = `${this.config.publicBaseUrl}/api/webhooks/telegram`;
    return this.telegram.listenAt(url, telegramSecret(this.config.keys.link));
  }

  private rest(): Promise<void> {
    return pause(restMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
