export { DashboardSlice, type DashboardPart } from './dashboard-slice';
export { DayQueueSource, type DayQueueEntry } from './day-queue-source';
export { DemoData, type DemoCast } from './demo-data';
export {
  PersonalData,
  PersonalDataModule,
  PersonalDataSources,
  type PersonalExport,
  type PersonalFile,
  type PersonalTable,
} from './personal-data';
export { PersonalTables, type PersonalTableRule } from './personal-tables';
export { ReferenceData } from './reference-data';
export { MemberFileSection, type MemberFilePart } from './member-file-section';
export { WalletSection, type WalletPart } from './wallet-section';
export { SearchSource } from './search-source';
export { UpcomingEffects } from './upcoming-effects';
