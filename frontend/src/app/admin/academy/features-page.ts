import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { planFlags } from '@calmness/contracts';
import type {
  FeatureFlagsView,
  Flag,
  FlagSwitchRequest,
  GlobalFlagView,
  PlanFlag,
  PlanList,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { PageHeader } from '../../ui/page-header';
import { SwitchRow } from '../../ui/switch-row';
import { academyTexts } from './academy-texts';

const url = '/api/admin/feature-flags';

interface PlanSwitch {
  flag: PlanFlag;
  on: boolean;
  version: number;
}

/** What is on for everybody, and for those who have a plan. */
@Component({
  selector: 'cal-features-page',
  imports: [Faces, FailureNote, PageHeader, SwitchRow],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminFeatures" [lead]="t().lead" />
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <section class="card" [attr.aria-label]="words().titles.adminFeatures">
        <cal-faces [of]="answer" [count]="6">
          @for (row of flags(); track row.flag) {
            <cal-switch-row
              [name]="row.flag"
              [label]="t().flags[row.flag].name"
              [hint]="hintOf(row)"
              [on]="row.on"
              [disabled]="busy()"
              (turned)="turn(row, $event)"
            />
          }
        </cal-faces>
      </section>
      <cal-faces [of]="plans" [count]="2">
        @for (plan of planRows(); track plan.id) {
          <section class="card" [attr.aria-labelledby]="'plan-' + plan.id">
            <h2 [id]="'plan-' + plan.id">{{ t().planTitle(formats.text(plan.name)) }}</h2>
            <p class="muted">{{ t().planLead }}</p>
            @for (row of plan.switches; track row.flag) {
              <cal-switch-row
                [name]="plan.id + '-' + row.flag"
                [label]="t().flags[row.flag].name"
                [on]="row.on"
                [disabled]="busy()"
                (turned)="turnForPlan(plan.id, row, $event)"
              />
            }
          </section>
        }
      </cal-faces>
    </div>
  `,
})
export class FeaturesPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  protected readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(academyTexts);
  protected readonly t = computed(() => this.texts().features);
  protected readonly words = useTexts(coreTexts);
  protected readonly answer = httpResource<FeatureFlagsView>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly flags = computed(() => this.value()?.flags ?? []);
  protected readonly plans = httpResource<PlanList>(() => '/api/plans');
  private readonly planList = valueOf(this.plans);
  /** Every plan has every feature until somebody switches one off for it. */
  protected readonly planRows = computed(() =>
    (this.planList()?.plans ?? []).map(({ id, name }) => ({
      ...{ id, name },
      switches: planFlags.map((flag) => {
        const set = this.value()?.plan_flags.find((row) => row.plan_id === id && row.flag === flag);
        return { flag, on: set?.on ?? true, version: set?.version ?? 0 };
      }),
    })),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected hintOf({ flag, levels }: GlobalFlagView): string {
    const t = this.t();
    const others = levels.filter((level) => level !== 'global').map((level) => t.levelNames[level]);
    const { off } = t.flags[flag];
    return others.length > 0 ? `${off} ${t.levels(others.join(', '))}` : off;
  }

  protected async turn(row: GlobalFlagView, on: boolean): Promise<void> {
    const { name, off: body } = this.t().flags[row.flag];
    const { confirmTitle, confirm } = this.t();
    const cancel = this.words().actions.cancel;
    const ask = { title: confirmTitle(name), body, confirm, cancel, danger: true };
    if (!on && !(await this.confirm.ask(ask))) {
      this.answer.reload();
      return;
    }
    await this.send(`${url}/${row.flag}`, { on, version: row.version }, row.flag);
  }

  protected turnForPlan(planId: string, row: PlanSwitch, on: boolean): Promise<void> {
    return this.send(`${url}/${row.flag}/plans/${planId}`, { on, version: row.version }, row.flag);
  }

  private async send(path: string, body: FlagSwitchRequest, flag: Flag): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.put<FeatureFlagsView>(path, body)));
      this.toasts.show(this.t().saved(this.t().flags[flag].name), { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
      this.answer.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
