import { Global, Module } from '@nestjs/common';
import { Adapters } from './adapters';
import { Log } from './log';

@Global()
@Module({ providers: [Log, Adapters], exports: [Log, Adapters] })
export class ObservabilityModule {}
