import { Module } from '@nestjs/common';
import { DeviceCookie } from './access/http/device-cookie';
import { EmailChangeController } from './access/http/email-change.controller';
import { LivingSessions } from './access/http/living-sessions';
import { PasswordController } from './access/http/password.controller';
import { RefreshCookie } from './access/http/refresh-cookie';
import { RegistrationController } from './access/http/registration.controller';
import { SessionController } from './access/http/session.controller';
import { SessionsController } from './access/http/sessions.controller';
import { TwoFactorController } from './access/http/two-factor.controller';
import { AccountsModule } from './accounts.module';
import { MembersController } from './directory/http/members.controller';
import { LegalController } from './legal/http/legal.controller';
import { ProfileController } from './profile/http/profile.controller';

/** Routes of people and legal texts, for the api; and which sessions are alive, for its guard. */
@Module({
  imports: [AccountsModule],
  controllers: [
    EmailChangeController,
    LegalController,
    MembersController,
    PasswordController,
    ProfileController,
    RegistrationController,
    SessionController,
    SessionsController,
    TwoFactorController,
  ],
  providers: [DeviceCookie, LivingSessions, RefreshCookie],
  exports: [LivingSessions],
})
export class AccountsHttpModule {}
