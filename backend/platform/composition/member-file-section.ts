import type { MemberFileSections, Permission } from '@calmness/contracts';
import type { Uuid } from '@calmness/events';

/** A domain's pages in a member's file. */
export type MemberFilePart = Partial<MemberFileSections>;

/** Asked by the api's composition for whoever holds the permission; a section that fails is absent, the others stand. */
export abstract class MemberFileSection {
  /** The module's name, for the log when the section fails. */
  abstract readonly name: string;
  abstract readonly permission: Permission;
  abstract read(memberId: Uuid): Promise<MemberFilePart>;
}
