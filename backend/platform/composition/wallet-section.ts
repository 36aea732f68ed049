import type { WalletSections } from '@calmness/contracts';
import type { Uuid } from '@calmness/events';

/** A domain's part of a member's wallet. */
export type WalletPart = Partial<WalletSections>;

/** Asked by the api's composition for the member himself; a section that fails is absent, the others stand. */
export abstract class WalletSection {
  /** The module's name, for the log when the section fails. */
  abstract readonly name: string;
  abstract read(memberId: Uuid): Promise<WalletPart>;
}
