import { QueryFailedError } from 'typeorm';

interface DriverFault {
  code?: string;
  constraint?: string;
}

/** Name of the constraint PostgreSQL refused the statement for; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as DriverFault).constraint;
}

/** True when `error` is PostgreSQL's unique violation (23505) of the named constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const fault = error.driverError as DriverFault;
  return fault.code === '23505' && fault.constraint === constraint;
}
