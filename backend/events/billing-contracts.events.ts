import type { Anchor } from './anchor';
import type { CatalogueOf } from './catalogue-entry';
import type { IsoDate, Uuid } from './primitives';

/** Facts about the life of a subscription after its purchase, and about who asks to leave. */
export interface BillingContractEvents {
  /** The member does not want to go on; access runs until its end. */
  'billing.subscription-cancelled': {
    subscriptionId: Uuid;
    memberId: Uuid;
    planId: Uuid;
    endsOn: IsoDate;
    /** Tells apart the times the same subscription is cancelled: its version. */
    version: number;
    anchor: Anchor;
  };
  /** Its end moved, or a cancellation was withdrawn, or it was paused. */
  'billing.subscription-changed': {
    subscriptionId: Uuid;
    memberId: Uuid;
    planId: Uuid;
    endsOn: IsoDate;
    change: 'resumed' | 'extended' | 'ended' | 'paused' | 'unpaused' | 'moved';
    anchor: Anchor;
  };
  /** Somebody asked to cancel or to withdraw; he is to be answered at once. */
  'billing.contract-request-received': {
    requestId: Uuid;
    kind: 'cancellation' | 'withdrawal';
    /** Its acknowledgement holds a link that confirms it. */
    confirmable: boolean;
  };
  /** The staff answered it. */
  'billing.contract-request-handled': { requestId: Uuid };
}

const subscription = {
  subscriptionId: 'the subscription',
  memberId: 'whose access',
  planId: 'the plan',
  endsOn: 'exclusive end, Europe/Paris',
} as const;

export const billingContractCatalogue: CatalogueOf<BillingContractEvents> = {
  'billing.subscription-cancelled': {
    summary: 'The member does not want to go on; access runs until its end.',
    audience: 'handled',
    anchored: true,
    fields: {
      ...subscription,
      version: 'of the subscription: tells apart the times it is cancelled',
      anchor: 'ended: nobody is reminded of renewing what he left',
    },
  },
  'billing.subscription-changed': {
    summary: 'Its end moved, or a cancellation was withdrawn, or it was paused.',
    audience: 'handled',
    anchored: true,
    fields: {
      ...subscription,
      change: 'what happened to it',
      anchor: 'its end as it is now; ended while it is paused or cancelled',
    },
  },
  'billing.contract-request-received': {
    summary: 'Somebody asked to cancel or to withdraw; he is to be answered at once.',
    audience: 'handled',
    fields: {
      requestId: 'the request',
      kind: 'cancellation or withdrawal',
      confirmable: 'true when its acknowledgement holds a link that confirms it',
    },
  },
  'billing.contract-request-handled': {
    summary: 'The staff answered a request to cancel or to withdraw.',
    audience: 'handled',
    fields: { requestId: 'the request' },
  },
};
