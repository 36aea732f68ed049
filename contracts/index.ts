/** The HTTP shapes both sides import: types and `as const` lists only. Field names are the wire's own. */
export * from './primitives';
export * from './errors';
export * from './permissions';
export * from './states';
export * from './countries';
export * from './flags';
export * from './settings';
export * from './accounts';
export * from './access';
export * from './privacy';
export * from './directory';
export * from './linking';
export * from './billing';
export * from './notifications';
export * from './live';
export * from './dashboard';
export * from './operations';
