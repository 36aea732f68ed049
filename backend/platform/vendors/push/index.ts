export { PushPort, type PushMessage, type PushSubscriptionKeys } from './push-port';
export { isPublicOrOwnService, isPublicService, WebPushPort, type WebPushSettings } from './web-push-port';
export { DisabledPushPort } from './disabled-push-port';
export { PushModule } from './push.module';
