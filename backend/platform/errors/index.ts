export { DomainError, errorKinds, type ErrorKind } from './domain-error';
