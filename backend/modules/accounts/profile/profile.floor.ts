import type { Floor } from '../floor';
import { Avatars } from './application/avatars';
import { NoteActivity } from './application/note-activity';
import { PaymentEligibility } from './application/payment-eligibility';
import { RecomputeEligibility } from './application/recompute-eligibility';
import { UpdateProfile } from './application/update-profile';
import { ActivityEntity } from './persistence/activity.entity';
import { ActivityRepository } from './persistence/activity.repository';
import { AvatarRepository } from './persistence/avatar.repository';
import { AvatarEntity } from './persistence/avatar.entity';

/** What a member tells of himself, what he may pay, and the feed of what happened to him. */
export const profileFloor: Floor = {
  entities: [ActivityEntity, AvatarEntity],
  inside: [ActivityRepository, AvatarRepository, Avatars, NoteActivity, RecomputeEligibility, UpdateProfile],
  door: [PaymentEligibility],
};
