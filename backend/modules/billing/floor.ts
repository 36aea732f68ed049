import type { Type } from '@nestjs/common';

/** What a floor is made of; the module puts the floors together. */
export interface Floor {
  entities: Type<object>[];
  repositories: Type<object>[];
  useCases: Type<object>[];
  /** What other modules and the composition roots may ask for. */
  door: Type<object>[];
}
