import { Injectable } from '@nestjs/common';
import type { Vendor, VendorList, VendorView } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { Adapters } from '@calmness/platform/observability';
import { VendorGate, type VendorHealth } from '@calmness/platform/vendors';

/** The providers as they are, and the pause a person may put one on; the gate audits who did. */
@Injectable()
export class SteerVendors {
  constructor(
    private readonly gate: VendorGate,
    private readonly adapters: Adapters,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(): Promise<VendorList> {
    const reports = new Map(this.adapters.report().map((report) => [report.name, report]));
    const health = await this.gate.health();
    return { vendors: health.map((one) => present(one, reports.get(one.vendor))) };
  }

  async pause(vendor: Vendor, by: Uuid): Promise<VendorList> {
    await this.unitOfWork.run((tx) => this.gate.pause(tx, vendor, by));
    return this.list();
  }

  async resume(vendor: Vendor, by: Uuid): Promise<VendorList> {
    await this.unitOfWork.run((tx) => this.gate.resume(tx, vendor, by));
    return this.list();
  }
}

function present(health: VendorHealth, report?: ReturnType<Adapters['report']>[number]): VendorView {
  const { vendor, circuit, failures } = health;
  return {
    ...{ vendor, circuit, failures },
    adapter: report?.state ?? 'disabled',
    detail: report?.detail ?? '',
    blocked_until: textOf(health.blockedUntil),
    paused_at: textOf(health.pausedAt),
    last_reason: health.lastReason,
    last_accepted_at: textOf(health.lastAcceptedAt),
    last_failed_at: textOf(health.lastFailedAt),
  };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
