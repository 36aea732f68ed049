export * from './primitives';
export * from './anchor';
export * from './catalogue-entry';
export * from './accounts.events';
export * from './billing.events';
export * from './billing-contracts.events';
export * from './notifications.events';
export * from './catalogue';
