import type { Floor } from '../floor';
import { CancelSubscription } from './application/cancel-subscription';
import { CancellationSubject } from './application/cancellation-subject';
import { ChangeSubscription } from './application/change-subscription';
import { ExpireSubscriptions } from './application/expire-subscriptions';
import { ExtendSubscription } from './application/extend-subscription';
import { GiveAccess } from './application/give-access';
import { GrantSubscription } from './application/grant-subscription';
import { ListSubscriptions } from './application/list-subscriptions';
import { ShortenSubscription } from './application/shorten-subscription';
import { MakeAccessCodes } from './application/make-access-codes';
import { PauseSubscription } from './application/pause-subscription';
import { ReadDesk } from './application/read-desk';
import { RedeemCode } from './application/redeem-code';
import { ResumeSubscription } from './application/resume-subscription';
import { StaffChanges } from './application/staff-changes';
import { SetGrace } from './application/set-grace';
import { StartTrial } from './application/start-trial';
import { SubscriptionAccess } from './application/subscription-access';
import { SubscriptionSubject } from './application/subscription-subject';
import { AccessCodeEntity } from './persistence/access-code.entity';
import { AccessCodeRepository } from './persistence/access-code.repository';
import { SubscriptionDesk } from './persistence/subscription-desk.repository';
import { SubscriptionSettingEntity } from './persistence/subscription-setting.entity';
import { SubscriptionEntity } from './persistence/subscription.entity';
import { SubscriptionRepository } from './persistence/subscription.repository';

export const subscriptionsFloor: Floor = {
  entities: [AccessCodeEntity, SubscriptionEntity, SubscriptionSettingEntity],
  repositories: [AccessCodeRepository, SubscriptionDesk, SubscriptionRepository],
  useCases: [
    CancelSubscription,
    ChangeSubscription,
    ExpireSubscriptions,
    ExtendSubscription,
    GiveAccess,
    GrantSubscription,
    ListSubscriptions,
    MakeAccessCodes,
    PauseSubscription,
    ReadDesk,
    RedeemCode,
    ResumeSubscription,
    SetGrace,
    ShortenSubscription,
    StaffChanges,
    StartTrial,
  ],
  door: [CancellationSubject, SubscriptionAccess, SubscriptionSubject],
};
