import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { DeliveryLogController } from './delivery/http/delivery-log.controller';
import { NotificationsController } from './inbox/http/notifications.controller';
import { PutAsideController } from './inbox/http/put-aside.controller';
import { WebhooksController } from './ingress/http/webhooks.controller';
import { PreferencesController } from './preferences/http/preferences.controller';
import { QuietHoursController } from './preferences/http/quiet-hours.controller';
import { PushController } from './places/http/push.controller';
import { NotificationsModule } from './notifications.module';

@Module({
  imports: [AccountsModule, NotificationsModule],
  controllers: [
    NotificationsController,
    PutAsideController,
    DeliveryLogController,
    PreferencesController,
    QuietHoursController,
    PushController,
    WebhooksController,
  ],
})
export class NotificationsHttpModule {}
