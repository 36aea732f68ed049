import type { Floor } from '../floor';
import { Buyers } from './application/buyers';
import { ReadBillingProfile } from './application/read-billing-profile';
import { SaveBillingProfile } from './application/save-billing-profile';
import { VouchForVatNumber } from './application/vouch-for-vat-number';
import { BillingProfileEntity } from './persistence/billing-profile.entity';
import { BillingProfileRepository } from './persistence/billing-profile.repository';

export const profilesFloor: Floor = {
  entities: [BillingProfileEntity],
  repositories: [BillingProfileRepository],
  useCases: [Buyers, ReadBillingProfile, SaveBillingProfile, VouchForVatNumber],
  door: [],
};
