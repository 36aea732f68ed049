export { PushPort, type PushMessage, type PushSubscriptionKeys } from './push-port';
