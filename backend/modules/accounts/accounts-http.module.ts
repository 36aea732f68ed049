import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { LegalController } from './http/legal.controller';
import { MembersController } from './http/members.controller';
import { ProfileController } from './http/profile.controller';
import { RefreshCookie } from './http/refresh-cookie';
import { RegistrationController } from './http/registration.controller';
import { SessionController } from './http/session.controller';

/** Routes of people and legal texts, for the api. */
@Module({
  imports: [AccountsModule],
  controllers: [
    RegistrationController,
    SessionController,
    ProfileController,
    LegalController,
    MembersController,
  ],
  providers: [RefreshCookie],
})
export class AccountsHttpModule {}
