import { Module } from '@nestjs/common';
import { CurrentUserPresenter } from './access/http/current-user.presenter';
import { DeviceCookie } from './access/http/device-cookie';
import { EmailChangeController } from './access/http/email-change.controller';
import { LivingSessions } from './access/http/living-sessions';
import { PasskeyController, PasskeyLoginController } from './access/http/passkey.controller';
import { GrantPresenter } from './access/http/grant.presenter';
import { PasswordController } from './access/http/password.controller';
import { RefreshCookie } from './access/http/refresh-cookie';
import { RegistrationController } from './access/http/registration.controller';
import { SettingsController } from './settings/http/settings.controller';
import { AccessLedgerController } from './privacy/http/access-ledger.controller';
import { FindBlockers } from './privacy/application/find-blockers';
import { PersonalDataController } from './privacy/http/personal-data.controller';
import { ReadDeletion } from './privacy/application/read-deletion';
import { RequestErasure } from './privacy/application/request-erasure';
import { SessionController } from './access/http/session.controller';
import { SessionsController } from './access/http/sessions.controller';
import { TwoFactorController } from './access/http/two-factor.controller';
import { AccountsModule } from './accounts.module';
import { GovernanceController } from './directory/http/governance.controller';
import { LabelsController } from './directory/http/labels.controller';
import { SavedFiltersController } from './directory/http/saved-filters.controller';
import { RemovalController } from './privacy/http/removal.controller';
import { MembersController } from './directory/http/members.controller';
import { LegalTextsController } from './legal/http/legal-texts.controller';
import { TermsController } from './legal/http/terms.controller';
import { OrganisationController } from './settings/http/organisation.controller';
import { BannerController } from './settings/http/banner.controller';
import { AvatarController } from './profile/http/avatar.controller';
import { LegalController } from './legal/http/legal.controller';
import { ProfilePresenter } from './profile/http/profile.presenter';
import { ProfileController } from './profile/http/profile.controller';
import { FinishDiscord } from './linking/application/finish-discord';
import { OfferTelegramLink } from './linking/application/offer-telegram-link';
import { ReadConnections } from './linking/application/read-connections';
import { RequestWhatsAppCode } from './linking/application/request-whatsapp-code';
import { StartDiscord } from './linking/application/start-discord';
import { LinkingController } from './linking/http/linking.controller';
import { StateCookie } from './linking/http/state-cookie';
import { WhatsAppController } from './linking/http/whatsapp.controller';
import { FlagsController, OpenFlagsController } from './settings/http/flags.controller';

/** What asks a vendor; the composition root provides TelegramPort, DiscordOAuth and WhatsAppPort. */
const linking = [
  FinishDiscord,
  OfferTelegramLink,
  ReadConnections,
  RequestWhatsAppCode,
  StartDiscord,
  StateCookie,
];

/** Routes of people and legal texts, for the api; and which sessions are alive, for its guard. */
@Module({
  imports: [AccountsModule],
  controllers: [
    EmailChangeController,
    FlagsController,
    LegalController,
    LegalTextsController,
    LinkingController,
    WhatsAppController,
    OrganisationController,
    BannerController,
    AvatarController,
    TermsController,
    MembersController,
    GovernanceController,
    LabelsController,
    RemovalController,
    SavedFiltersController,
    OpenFlagsController,
    PasskeyController,
    PasskeyLoginController,
    PasswordController,
    PersonalDataController,
    AccessLedgerController,
    ProfileController,
    RegistrationController,
    SessionController,
    SessionsController,
    SettingsController,
    TwoFactorController,
  ],
  providers: [
    CurrentUserPresenter,
    DeviceCookie,
    GrantPresenter,
    FindBlockers,
    ProfilePresenter,
    LivingSessions,
    ReadDeletion,
    RefreshCookie,
    RequestErasure,
    ...linking,
  ],
  exports: [LivingSessions],
})
export class AccountsHttpModule {}
