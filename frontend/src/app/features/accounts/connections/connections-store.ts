import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { whatsAppOptInVersion } from '@calmness/contracts';
import type {
  ConnectionsView,
  DiscordConnect,
  LinkedPlatform,
  TelegramLink,
  WhatsAppCode,
  WhatsAppCodeRequest,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { valueOf } from '../../../core/http/resource-values';

const telegramUrl = '/api/community/telegram/link';
const discordUrl = '/api/community/discord';
const whatsappUrl = '/api/auth/user/whatsapp';

/** Where else a member is reached, and every way to change it. */
@Service({ autoProvided: false })
export class ConnectionsStore {
  private readonly http = inject(HttpClient);
  readonly answer = httpResource<ConnectionsView>(() => '/api/community/connections');
  readonly connections = valueOf(this.answer);

  reload(): Promise<void> {
    this.answer.reload();
    return Promise.resolve();
  }

  offerTelegram(): Promise<TelegramLink> {
    return firstValueFrom(this.http.post<TelegramLink>(telegramUrl, null));
  }

  /** Answers where the browser goes next. */
  async startDiscord(): Promise<string> {
    const { authorize_url } = await firstValueFrom(
      this.http.post<DiscordConnect>(`${discordUrl}/connect`, null),
    );
    return authorize_url;
  }

  async unlink(platform: LinkedPlatform): Promise<void> {
    await firstValueFrom(this.http.delete(platform === 'telegram' ? telegramUrl : discordUrl));
    await this.reload();
  }

  async sendCode(number: string): Promise<void> {
    const request: WhatsAppCodeRequest = { number, opt_in_version: whatsAppOptInVersion };
    await firstValueFrom(this.http.post(`${whatsappUrl}/code`, request));
    await this.reload();
  }

  /** Read again whatever comes of it: a wrong code leaves fewer tries. */
  async verify(code: string): Promise<void> {
    const typed: WhatsAppCode = { code };
    try {
      await firstValueFrom(this.http.post(`${whatsappUrl}/verify`, typed));
    } finally {
      await this.reload();
    }
  }

  async endWhatsApp(): Promise<void> {
    await firstValueFrom(this.http.delete(whatsappUrl));
    await this.reload();
  }
}
