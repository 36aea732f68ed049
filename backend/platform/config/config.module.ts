import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config';

@Global()
@Module({})
export class ConfigModule {
  /** One parsed configuration for the whole process. */
  static of(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}
