/** What an answer says of the address itself: nothing is sent there again until it is proven anew. */
export const addressFaults = ['blocked', 'unreachable', 'opted-out', 'gone'] as const;
export type AddressFault = (typeof addressFaults)[number];

/**
 * What a vendor made of one message. `unknown` is honest: the connection broke after the message was
 * handed over, so it may or may not have left.
 */
export type SendOutcome =
  | { kind: 'accepted'; providerId: string }
  /** `afterSeconds`: the vendor's own word (`retry_after`); nothing is sent before. */
  | { kind: 'retryable'; reason: string; afterSeconds?: number }
  | { kind: 'permanent'; reason: string; address?: AddressFault }
  | { kind: 'unknown'; reason: string };

/** The doors to the outside that carry messages; each has a pace, a circuit and a pause of its own. */
export const vendorNames = ['mail', 'telegram', 'discord', 'whatsapp', 'push'] as const;
export type VendorName = (typeof vendorNames)[number];
