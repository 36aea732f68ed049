import { Global, Module } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DisabledPushPort } from './disabled-push-port';
import { PushPort } from './push-port';
import { isPublicOrOwnService, isPublicService, WebPushPort } from './web-push-port';

function choosePort(config: Config, clock: Clock, adapters: Adapters): PushPort {
  const [current, ...older] = config.vendors.vapid ?? [];
  if (!current) {
    const detail = 'CALMNESS_VAPID_KEYS is not set: browsers cannot subscribe';
    adapters.register('push', () => ({ state: 'disabled', detail }));
    return new DisabledPushPort();
  }
  adapters.register('push', () => ({ state: 'enabled', detail: 'browsers subscribe with the VAPID key' }));
  const trusts = config.isProduction ? isPublicService : isPublicOrOwnService;
  return new WebPushPort(
    { keys: [current, ...older], subject: `mailto:${config.supportEmail}`, trusts },
    clock,
  );
}

@Global()
@Module({
  providers: [{ provide: PushPort, inject: [Config, Clock, Adapters], useFactory: choosePort }],
  exports: [PushPort],
})
export class PushModule {}
