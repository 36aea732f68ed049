export { correlationId, withCorrelation } from './request-context';
export { errorFields, Log, logSink, type LogFields } from './log';
export { Adapters, type AdapterReport } from './adapters';
export { Heartbeat, workerSeen } from './heartbeat';
export { leaveWithParent, stopWithin } from './process-life';
export { ObservabilityModule } from './observability.module';
