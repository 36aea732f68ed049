import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module';
import { LegalController } from './legal/http/legal.controller';
import { MembersController } from './directory/http/members.controller';
import { ProfileController } from './profile/http/profile.controller';
import { RefreshCookie } from './access/http/refresh-cookie';
import { RegistrationController } from './access/http/registration.controller';
import { SessionController } from './access/http/session.controller';

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
