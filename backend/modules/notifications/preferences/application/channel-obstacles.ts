import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import {
  notificationChannels,
  type ChannelObstacle,
  type ChannelView,
  type NotificationChannel,
  type OutgoingChannel,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { DiscordPort } from '@calmness/platform/vendors/discord';
import { PushPort } from '@calmness/platform/vendors/push';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { PushSubscriptions } from '../../places/application/push-subscriptions';
import { AddressStates } from '../../places/persistence/address-states';

/** What stands between a member and his messages, by channel, so that no switch promises what cannot happen. */
@Injectable()
export class ChannelObstacles {
  constructor(
    private readonly contacts: ContactBook,
    private readonly addresses: AddressStates,
    private readonly subscriptions: PushSubscriptions,
    private readonly telegram: TelegramPort,
    private readonly whatsApp: WhatsAppPort,
    private readonly discord: DiscordPort,
    private readonly push: PushPort,
  ) {}

  async of(memberId: Uuid): Promise<ChannelView[]> {
    const contact = await this.contacts.contactOf(memberId);
    const read = async (channel: NotificationChannel): Promise<ChannelView> => ({
      channel,
      obstacle: contact && channel !== 'in_app' ? await this.obstacle(channel, contact) : null,
    });
    return Promise.all(notificationChannels.map(read));
  }

  private async obstacle(channel: OutgoingChannel, contact: Contact): Promise<ChannelObstacle | null> {
    if (!this.isOffered(channel)) return 'not_configured';
    if (channel === 'push')
      return (await this.subscriptions.of(contact.memberId)).length > 0 ? null : 'not_linked';
    const address = addressOf(channel, contact);
    if (address === null) return 'not_linked';
    const { state } = await this.addresses.of(channel, address);
    return state === 'active' ? null : 'refused';
  }

  private isOffered(channel: OutgoingChannel): boolean {
    const offered: Record<OutgoingChannel, boolean> = {
      email: true,
      whatsapp: this.whatsApp.enabled,
      telegram: this.telegram.enabled,
      discord: this.discord.enabled,
      push: this.push.enabled,
    };
    return offered[channel];
  }
}

function addressOf(channel: Exclude<OutgoingChannel, 'push'>, contact: Contact): string | null {
  switch (channel) {
    case 'email':
      return contact.email;
    case 'whatsapp':
      return contact.whatsapp;
    case 'telegram':
      return contact.telegramId;
    case 'discord':
      return contact.discordId;
  }
}
