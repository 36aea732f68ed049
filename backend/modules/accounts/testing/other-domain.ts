import { Module } from '@nestjs/common';
import type { ErasureBlocker } from '@calmness/contracts';
import { PersonalData, PersonalDataModule, type PersonalExport } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { AccountsModule } from '../accounts.module';
import { AccountsPersonalData } from '../privacy/application/accounts-personal-data';

/** A domain whose answers the test decides: late, broken, or hostile. */
export class OtherDomain extends PersonalData {
  readonly name = 'other';
  answer: () => Promise<PersonalExport> = () => Promise.resolve({ tables: [], files: [] });
  standing: ErasureBlocker[] = [];
  forget: () => Promise<Uuid[]> = () => Promise.resolve([]);

  export(): Promise<PersonalExport> {
    return this.answer();
  }
  blockers(): Promise<ErasureBlocker[]> {
    return Promise.resolve(this.standing);
  }
  erase(): Promise<Uuid[]> {
    return this.forget();
  }
  reset(): void {
    this.answer = () => Promise.resolve({ tables: [], files: [] });
    this.standing = [];
    this.forget = () => Promise.resolve([]);
  }
}

/** Accounts and that domain, composed as the worker composes all of them. */
export function personalDataWith(other: OtherDomain) {
  @Module({ providers: [{ provide: OtherDomain, useValue: other }], exports: [OtherDomain] })
  class OtherModule {}
  return PersonalDataModule.of({
    imports: [AccountsModule, OtherModule],
    sources: [AccountsPersonalData, OtherDomain],
  });
}
