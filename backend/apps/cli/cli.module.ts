import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { BillingModule } from '@calmness/billing';
import { NotificationsModule } from '@calmness/notifications';
import { AuthModule } from '@calmness/platform/auth';
import { ClockModule } from '@calmness/platform/clock';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { EventsModule } from '@calmness/platform/events';
import { FilesModule } from '@calmness/platform/files';
import { LiveModule } from '@calmness/platform/live';
import { ObservabilityModule } from '@calmness/platform/observability';
import { VendorsModule } from '@calmness/platform/vendors';
import { MailModule } from '@calmness/platform/vendors/smtp';

/** Every module's core for one command; events it records are relayed by a worker. */
@Module({ imports: [AccountsModule, BillingModule, NotificationsModule] })
export class CliModule {
  static of(config: Config): DynamicModule {
    return {
      module: CliModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        ObservabilityModule,
        DatabaseModule,
        AuthModule,
        EventsModule,
        FilesModule,
        LiveModule,
        MailModule,
        VendorsModule,
      ],
    };
  }
}
