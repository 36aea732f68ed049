import type { Permission, SearchHit } from '@calmness/contracts';

/** A domain's hits in the staff's palette; asked for those who hold the permission, a source that fails is left out. */
export abstract class SearchSource {
  /** The module's name, for the log when the source fails. */
  abstract readonly name: string;
  abstract readonly permission: Permission;
  /** The best hits for a part of a name, a number or an address; `limit` at most. */
  abstract search(text: string, limit: number): Promise<SearchHit[]>;
}
