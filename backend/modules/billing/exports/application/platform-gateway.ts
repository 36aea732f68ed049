import { Injectable } from '@nestjs/common';
import type { EReport } from '@calmness/contracts';
import { Adapters } from '@calmness/platform/observability';

/** An approved platform that takes invoices and e-reporting. A port: whoever connects one writes an adapter. */
export abstract class PlatformGateway {
  /** Answers what the platform calls the report. @throws Error when it refuses or is not connected */
  abstract report(report: EReport): Promise<string>;
}

/** No platform is connected: files are handed over by hand, and the health page says so. */
@Injectable()
export class NoPlatformGateway extends PlatformGateway {
  constructor(adapters: Adapters) {
    super();
    adapters.register('e-invoicing', () => ({
      state: 'disabled',
      detail: 'no approved platform is connected: hand over the files of /admin/exports',
    }));
  }

  report(): Promise<string> {
    return Promise.reject(new Error('No approved platform is connected'));
  }
}
