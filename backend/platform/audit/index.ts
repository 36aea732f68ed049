export { AuditLog, type AuditFilter } from './audit-log';
export { AuditHttpModule } from './audit-http.module';
