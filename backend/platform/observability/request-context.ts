import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@calmness/platform/ids';

interface RequestScope {
  readonly correlationId: string;
}

const scope = new AsyncLocalStorage<RequestScope>();

/** Runs `work` so that logs, audit rows and events of it carry one correlation id. */
export function withCorrelation<T>(correlationId: string, work: () => T): T {
  return scope.run({ correlationId }, work);
}

/** The correlation id of the work at hand; a fresh one outside any request. */
export function correlationId(): string {
  return scope.getStore()?.correlationId ?? newId();
}
