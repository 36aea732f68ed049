import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { BroadcastsController } from './broadcast/http/broadcasts.controller';
import { DeliveryLogController } from './delivery/http/delivery-log.controller';
import { NotificationsController } from './inbox/http/notifications.controller';
import { PutAsideController } from './inbox/http/put-aside.controller';
import { WebhooksController } from './ingress/http/webhooks.controller';
import { PreferencesController } from './preferences/http/preferences.controller';
import { TestSendController } from './wording/http/test-send.controller';
import { WhatsAppController } from './wording/http/whatsapp.controller';
import { WordsController } from './wording/http/words.controller';
import { NotificationsModule } from './notifications.module';

@Module({
  imports: [AccountsModule, NotificationsModule],
  controllers: [
    NotificationsController,
    PutAsideController,
    DeliveryLogController,
    PreferencesController,
    BroadcastsController,
    WebhooksController,
    TestSendController,
    WhatsAppController,
    WordsController,
  ],
})
export class NotificationsHttpModule {}
