import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';

/** Handlers and ticks of people, for the worker. */
@Module({ imports: [AccountsModule] })
export class AccountsJobsModule {}
