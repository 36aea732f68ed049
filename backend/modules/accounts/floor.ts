import type { Type } from '@nestjs/common';

/** What one floor of the module gives to Nest. */
export interface Floor {
  entities: readonly Type[];
  /** What only our own routes, handlers and floors ask for. */
  inside: readonly Type[];
  /** What other modules and the composition roots may ask for. */
  door: readonly Type[];
}
