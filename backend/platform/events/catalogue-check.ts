import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventRegistry } from './registry';

/** The full worker's boot check: it refuses to start while the catalogue has a hole. */
@Injectable()
export class CatalogueCheck implements OnModuleInit {
  constructor(private readonly registry: EventRegistry) {}

  onModuleInit(): void {
    this.registry.assertComplete();
  }
}
