import { Global, Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import type { ErasureBlocker } from '@calmness/contracts';
import type { Uuid } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';

/** Rows of one kind a member may take with him, columns in the order they are read. */
export interface PersonalTable {
  name: string;
  rows: Record<string, unknown>[];
}
/** A stored file that belongs to the member, under the name he knows. */
export interface PersonalFile {
  fileId: Uuid;
  name: string;
}
export interface PersonalExport {
  tables: PersonalTable[];
  files: PersonalFile[];
}

/** What a domain knows of a person: to hand it over (GDPR art. 15 and 20) and to forget it (art. 17). */
export abstract class PersonalData {
  /** The module's name: a folder of the archive, a row of the erasure's progress. */
  abstract readonly name: string;
  /** Everything the domain holds of the member; secrets (hashes, tokens) never. */
  abstract export(memberId: Uuid): Promise<PersonalExport>;
  /** Why the member cannot be erased now; empty when nothing stands in the way. */
  abstract blockers(memberId: Uuid): Promise<ErasureBlocker[]>;
  /**
   * Forgets the member inside the caller's transaction, keeping what the law asks for. Running it again
   * changes nothing. Answers the stored files to remove once the transaction is committed.
   */
  abstract erase(tx: Transaction, memberId: Uuid): Promise<Uuid[]>;
}

/** The domains a process was composed with. */
export class PersonalDataSources {
  /** @throws Error when two domains answer to the same name: each has one row in an erasure. */
  constructor(readonly all: readonly PersonalData[]) {
    const names = new Set(all.map(({ name }) => name));
    if (names.size !== all.length) throw new Error('Two PersonalData sources have the same name');
  }
}

/** The composition root lists the domains; exports and erasures ask the one registry. */
@Global()
@Module({})
export class PersonalDataModule {
  static of(composition: {
    imports: NonNullable<ModuleMetadata['imports']>;
    sources: Type<PersonalData>[];
  }): DynamicModule {
    return {
      module: PersonalDataModule,
      imports: composition.imports,
      providers: [
        {
          provide: PersonalDataSources,
          inject: composition.sources,
          useFactory: (...sources: PersonalData[]) => new PersonalDataSources(sources),
        },
      ],
      exports: [PersonalDataSources],
    };
  }
}
