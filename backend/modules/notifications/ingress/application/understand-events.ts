import { Injectable } from '@nestjs/common';
import { Config, keyedHash, seal } from '@calmness/platform/config';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { isUuid, type Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { AddressStates } from '../../places/persistence/address-states';
import type { Heard } from '../domain/heard';
import { MailReceipts } from './mail-receipts';
import { Receipts } from '../persistence/receipts';
import { ProviderEvents, type WaitingEvent } from '../persistence/provider-events';

const atOnce = 200;

type HeardAs<Kind extends Heard['kind']> = Extract<Heard, { kind: Kind }>;

/** Makes of what the outside said what the house knows: receipts, refusals, and facts other domains wait for. */
@Injectable()
export class UnderstandEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: ProviderEvents,
    private readonly receipts: Receipts,
    private readonly mailReceipts: MailReceipts,
    private readonly addresses: AddressStates,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Answers how many were understood. */
  async execute(): Promise<number> {
    let understood = 0;
    for (const id of await this.events.waiting(atOnce)) understood += await this.understand(id);
    return understood;
  }

  private async understand(id: Uuid): Promise<number> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const event = await this.events.take(tx, id);
        if (!event) return 0;
        await this.events.understood(tx, id, await this.outcomeOf(tx, event));
        return 1;
      });
    } catch (error) {
      const givenUp = await this.events.failed(id);
      const fields = { provider_event_id: id, ...errorFields(error) };
      if (givenUp) this.log.error('provider event given up: a human has to look', fields);
      else this.log.warn('a provider event was not understood', fields);
      return 0;
    }
  }

  private outcomeOf(tx: Transaction, event: WaitingEvent): Promise<string> {
    const { heard } = event;
    switch (heard.kind) {
      case 'telegram-message':
        return this.telegramMessage(tx, event.id, heard);
      case 'telegram-membership':
        return this.telegramMembership(heard);
      case 'whatsapp-message':
        return this.whatsAppMessage(tx, event.id, heard);
      case 'whatsapp-status':
        return this.whatsAppStatus(tx, heard);
      case 'mail-event':
        return this.mailReceipts.take(tx, heard);
    }
  }

  private async telegramMessage(
    tx: Transaction,
    providerEventId: Uuid,
    { userId, username, startTokenHash }: HeardAs<'telegram-message'>,
  ): Promise<string> {
    await this.addresses.heardFrom('telegram', userId);
    tx.record('notifications.telegram-message-received', {
      providerEventId,
      telegramUserId: userId,
      sealedUsername: username && seal(this.config.keys.encryption, providerEventId, username),
      startTokenHash,
    });
    return 'told';
  }

  /** Somebody blocked the bot, or let it in again. */
  private async telegramMembership({ userId, blocked }: HeardAs<'telegram-membership'>): Promise<string> {
    await this.addresses.mark('telegram', userId, blocked ? 'blocked' : 'active', 'my_chat_member');
    return blocked ? 'blocked' : 'unblocked';
  }

  private async whatsAppMessage(
    tx: Transaction,
    providerEventId: Uuid,
    { number, word }: HeardAs<'whatsapp-message'>,
  ): Promise<string> {
    await this.addresses.heardFrom('whatsapp', number);
    if (word === 'stop') await this.addresses.mark('whatsapp', number, 'opted-out', 'asked by message');
    if (word === 'start') await this.addresses.mark('whatsapp', number, 'active', 'asked by message');
    const numberHash = keyedHash(this.config.keys.encryption, `whatsapp:${number}`);
    tx.record('notifications.whatsapp-received', { providerEventId, numberHash, stop: word === 'stop' });
    return word;
  }

  private whatsAppStatus(tx: Transaction, heard: HeardAs<'whatsapp-status'>): Promise<string> {
    const { deliveryId, providerId, status, code } = heard;
    const named = isUuid(deliveryId) ? deliveryId : null;
    return this.receipts.take(tx, { deliveryId: named, providerId, status, code });
  }
}
