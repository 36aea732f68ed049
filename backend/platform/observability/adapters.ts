import { Injectable } from '@nestjs/common';
import type { AdapterState } from '@calmness/contracts';

export interface AdapterReport {
  name: string;
  state: AdapterState;
  /** What an operator can do about it, in one short sentence; never a secret. */
  detail: string;
}

/** What each door to the outside can do now: shown in the boot log, on the health page and to admins. */
@Injectable()
export class Adapters {
  private readonly probes = new Map<string, () => AdapterReport>();

  /** Declares a door; the probe is asked each time somebody looks. */
  register(name: string, probe: () => Omit<AdapterReport, 'name'>): void {
    this.probes.set(name, () => ({ name, ...probe() }));
  }

  report(): AdapterReport[] {
    return [...this.probes.values()].map((probe) => probe());
  }
}
