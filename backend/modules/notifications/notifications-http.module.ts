import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { BroadcastsController } from './broadcast/http/broadcasts.controller';
import { DeliveryDashboardController } from './desk/http/delivery-dashboard.controller';
import { DeliveryLogController } from './desk/http/delivery-log.controller';
import { VendorsController } from './desk/http/vendors.controller';
import { WhyController } from './desk/http/why.controller';
import { ReadDashboard } from './desk/application/read-dashboard';
import { ReadDeliveryLog } from './desk/application/read-delivery-log';
import { ReconsiderByHand } from './desk/application/reconsider-by-hand';
import { SteerVendors } from './desk/application/steer-vendors';
import { DeliveryFigures } from './desk/persistence/delivery-figures';
import { DeliveryLogReader } from './desk/persistence/delivery-log';
import { SecondThoughts } from './desk/persistence/second-thoughts';
import { NotificationsController } from './inbox/http/notifications.controller';
import { PutAsideController } from './inbox/http/put-aside.controller';
import { WebhooksController } from './ingress/http/webhooks.controller';
import { PreferencesController } from './preferences/http/preferences.controller';
import { TestSendController } from './wording/http/test-send.controller';
import { WhatsAppController } from './wording/http/whatsapp.controller';
import { WordsController } from './wording/http/words.controller';
import { QuietHoursController } from './preferences/http/quiet-hours.controller';
import { PushController } from './places/http/push.controller';
import { NotificationsModule } from './notifications.module';

@Module({
  imports: [AccountsModule, NotificationsModule],
  controllers: [
    DeliveryDashboardController,
    NotificationsController,
    PutAsideController,
    DeliveryLogController,
    PreferencesController,
    BroadcastsController,
    QuietHoursController,
    PushController,
    WebhooksController,
    TestSendController,
    WhatsAppController,
    WordsController,
    VendorsController,
    WhyController,
  ],
  providers: [
    DeliveryFigures,
    DeliveryLogReader,
    ReadDashboard,
    ReadDeliveryLog,
    ReconsiderByHand,
    SecondThoughts,
    SteerVendors,
  ],
})
export class NotificationsHttpModule {}
