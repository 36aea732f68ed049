import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { Log } from '@calmness/platform/observability';
import { LiveAdmission } from './live-admission';
import { LiveChannel } from './live-channel';
import { LiveGateway } from './live-gateway';
import { LivePublisher } from './live-publisher';
import { PostgresLiveChannel } from './postgres-live-channel';
import { RedisLiveChannel } from './redis-live-channel';

/** Saying that something changed, for every process. */
@Global()
@Module({
  providers: [
    {
      provide: LiveChannel,
      inject: [Config, Log],
      useFactory: (config: Config, log: Log): LiveChannel =>
        config.redisUrl
          ? new RedisLiveChannel(config.redisUrl, config, log)
          : new PostgresLiveChannel(config),
    },
    LivePublisher,
  ],
  exports: [LiveChannel, LivePublisher],
})
export class LiveModule {}

/** Handing it to open pages, for the api alone; needs the session keeper of `AuthHttpModule`. */
@Module({ providers: [LiveAdmission, LiveGateway] })
export class LiveHttpModule {}
