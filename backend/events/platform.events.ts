import type { CatalogueOf } from './catalogue-entry';
import type { Uuid } from './primitives';

/** What the engine itself has to tell. */
export interface PlatformEvents {
  /** A handler failed too often: a human has to look. */
  'platform.event-parked': { eventId: Uuid; consumer: string };
}

export const platformCatalogue: CatalogueOf<PlatformEvents> = {
  'platform.event-parked': {
    summary: 'A handler failed too often: a human has to look.',
    audience: 'handled',
    fields: { eventId: 'the event nobody tries any more', consumer: 'the handler that failed' },
  },
};
