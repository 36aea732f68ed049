export { DatabaseModule } from './database.module';
export { DatabaseListener, type ListenerEars } from './database-listener';
export { dataSourceOptions } from './data-source-options';
export { Transaction, type AuditNote, type RecordedEvent } from './transaction';
export { outboxChannel, UnitOfWork } from './unit-of-work';
export { isUniqueViolation, violatedConstraint } from './constraint';
export { pendingMigrations, revertMigrations, runMigrations, type MigrationClass } from './migrate';
export { schemaDrift } from './schema-drift';
export { RehearsingUnitOfWork } from './rehearsing-unit-of-work';
