import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@calmness/platform/config';
import { dataSourceOptions } from './data-source-options';
import { RehearsingUnitOfWork } from './rehearsing-unit-of-work';
import { UnitOfWork } from './unit-of-work';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
    }),
  ],
  providers: [UnitOfWork, RehearsingUnitOfWork],
  exports: [UnitOfWork, RehearsingUnitOfWork],
})
export class DatabaseModule {}
