import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { Clock, SystemClock } from './clock';

@Global()
@Module({
  providers: [
    { provide: Clock, inject: [Config], useFactory: (config: Config) => new SystemClock(config.clockAt) },
  ],
  exports: [Clock],
})
export class ClockModule {}
