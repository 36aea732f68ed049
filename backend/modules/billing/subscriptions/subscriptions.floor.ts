import type { Floor } from '../floor';
import { ExpireSubscriptions } from './application/expire-subscriptions';
import { ExtendSubscription } from './application/extend-subscription';
import { ListSubscriptions } from './application/list-subscriptions';
import { ShortenSubscription } from './application/shorten-subscription';
import { SubscriptionAccess } from './application/subscription-access';
import { SubscriptionSubject } from './application/subscription-subject';
import { SubscriptionEntity } from './persistence/subscription.entity';
import { SubscriptionRepository } from './persistence/subscription.repository';

export const subscriptionsFloor: Floor = {
  entities: [SubscriptionEntity],
  repositories: [SubscriptionRepository],
  useCases: [ExtendSubscription, ExpireSubscriptions, ListSubscriptions, ShortenSubscription],
  door: [SubscriptionAccess, SubscriptionSubject],
};
