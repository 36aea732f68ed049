import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { DatabaseVendorGate } from './database-vendor-gate';
import { InFlight } from './in-flight';
import { pacesFor } from './paces';
import { VendorGate } from './vendor-gate';

@Global()
@Module({
  providers: [
    {
      provide: VendorGate,
      inject: [DataSource, Clock, Config],
      useFactory: (dataSource: DataSource, clock: Clock, config: Config) =>
        new DatabaseVendorGate(dataSource, clock, pacesFor(config.vendors.whatsapp?.from)),
    },
    {
      provide: InFlight,
      inject: [Config],
      useFactory: (config: Config) => new InFlight(pacesFor(config.vendors.whatsapp?.from)),
    },
  ],
  exports: [VendorGate, InFlight],
})
export class VendorGateModule {}
