import { Inject, Injectable } from '@nestjs/common';
import type { DashboardView, Locale } from '@calmness/contracts';
import { DashboardSlice, type DashboardPart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';

/** The slices this process was composed with, in the order they are asked. */
export const dashboardSlices = Symbol('dashboard slices');

/** Puts the domains' pieces on one page; a piece that fails is absent and the others stand. */
@Injectable()
export class DashboardComposer {
  constructor(
    @Inject(dashboardSlices) private readonly slices: readonly DashboardSlice[],
    private readonly log: Log,
  ) {}

  async compose(memberId: Uuid, locale: Locale): Promise<DashboardView> {
    const parts = await Promise.all(this.slices.map((slice) => this.ask(slice, memberId, locale)));
    return parts.reduce<DashboardView>(join, { widgets: {} });
  }

  private async ask(slice: DashboardSlice, memberId: Uuid, locale: Locale): Promise<DashboardPart> {
    try {
      return await slice.read(memberId, locale);
    } catch (error) {
      this.log.error('dashboard slice failed', { slice: slice.name, ...errorFields(error) });
      return {};
    }
  }
}

function join(view: DashboardView, part: DashboardPart): DashboardView {
  const quickActions = [...(view.quick_actions ?? []), ...(part.quick_actions ?? [])];
  return {
    ...view,
    ...part,
    widgets: { ...view.widgets, ...part.widgets },
    ...(quickActions.length > 0 ? { quick_actions: quickActions } : {}),
  };
}
