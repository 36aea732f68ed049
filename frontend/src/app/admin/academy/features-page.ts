import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { FeatureFlagsView, FlagSwitchRequest, GlobalFlagView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { PageHeader } from '../../ui/page-header';
import { SwitchRow } from '../../ui/switch-row';
import { academyTexts } from './academy-texts';

const url = '/api/admin/feature-flags';

/** What is on for everybody. */
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
    </div>
  `,
})
export class FeaturesPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(academyTexts);
  protected readonly t = computed(() => this.texts().features);
  protected readonly words = useTexts(coreTexts);
  protected readonly answer = httpResource<FeatureFlagsView>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly flags = computed(() => this.value()?.flags ?? []);
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
    await this.save(row, on, name);
  }

  private async save(row: GlobalFlagView, on: boolean, name: string): Promise<void> {
    const body: FlagSwitchRequest = { on, version: row.version };
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.put<FeatureFlagsView>(`${url}/${row.flag}`, body)));
      this.toasts.show(this.t().saved(name), { tone: 'success' });
    } catch (error) {
      this.failure.set(failureOf(error));
      this.answer.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
