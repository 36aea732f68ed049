import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';

/** Routes of people and legal texts, for the api. */
@Module({ imports: [AccountsModule] })
export class AccountsHttpModule {}
