import type { Floor } from '../floor';
import { AcceptTerms } from './application/accept-terms';
import { PublishLegalText } from './application/publish-legal-text';
import { LegalTexts } from './application/legal-texts';
import { LegalAcceptanceEntity } from './persistence/legal-acceptance.entity';
import { LegalAcceptanceRepository } from './persistence/legal-acceptance.repository';
import { LegalTextEntity } from './persistence/legal-text.entity';
import { LegalTextRepository } from './persistence/legal-text.repository';

/** Legal texts and who accepted which version. */
export const legalFloor: Floor = {
  entities: [LegalAcceptanceEntity, LegalTextEntity],
  inside: [AcceptTerms, LegalAcceptanceRepository, LegalTextRepository, PublishLegalText],
  door: [LegalTexts],
};
