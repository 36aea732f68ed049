import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { Config, unseal } from '@calmness/platform/config';
import { OnDomainEvent } from '@calmness/platform/events';
import { LinkTelegram } from '../application/link-telegram';
import { ProveByMessage } from '../application/prove-by-message';

/** What people write to the academy from outside proves who they are there. */
@Injectable()
export class OnMessages {
  constructor(
    private readonly linkTelegram: LinkTelegram,
    private readonly proveByMessage: ProveByMessage,
    private readonly config: Config,
  ) {}

  @OnDomainEvent('notifications.telegram-message-received', { consumer: 'accounts.link-telegram' })
  async telegram(event: DomainEvent<'notifications.telegram-message-received'>): Promise<void> {
    const { providerEventId, telegramUserId, sealedUsername, startTokenHash } = event.payload;
    const at = new Date(event.occurredAt);
    const username = sealedUsername
      ? unseal(this.config.keys.encryption, providerEventId, sealedUsername)
      : null;
    await this.linkTelegram.execute({ telegramUserId, username, startTokenHash, at });
  }

  @OnDomainEvent('notifications.whatsapp-received', { consumer: 'accounts.prove-whatsapp-by-message' })
  async whatsapp(event: DomainEvent<'notifications.whatsapp-received'>): Promise<void> {
    const { numberHash, stop } = event.payload;
    if (!stop) await this.proveByMessage.execute(numberHash, new Date(event.occurredAt));
  }
}
