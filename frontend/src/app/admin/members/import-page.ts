import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAccountPlusOutline, mdiAlertOutline, mdiContentDuplicate, mdiEqual } from '@mdi/js';
import type { ImportOutcome, ImportReport, ImportRequest } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Chip } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { FailureNote } from '../../ui/failure-note';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import type { Tone } from '../../ui/tone';
import { WaitButton } from '../../ui/wait-button';
import { membersTexts } from './members-texts';

const looks: Record<ImportOutcome, { tone: Tone; icon: string }> = {
  new: { tone: 'success', icon: mdiAccountPlusOutline },
  exists: { tone: 'neutral', icon: mdiEqual },
  repeated: { tone: 'warning', icon: mdiContentDuplicate },
  invalid: { tone: 'error', icon: mdiAlertOutline },
};

/** A file of members: first what it would do, line by line, then the doing. */
@Component({
  selector: 'cal-import-page',
  imports: [Chip, FailureNote, MatButton, Note, PageHeader, WaitButton, ...dataTable],
  template: `
    <div class="stack page">
      <cal-page-header
        [heading]="words().titles.adminImport"
        [lead]="t().lead"
        backTo="/admin/members"
        [backLabel]="texts().labels.back"
      />
      <div class="card stack-tight">
        <label for="file" class="strong">{{ t().file }}</label>
        <input id="file" class="control" type="file" accept=".csv,text/csv" (change)="read($event)" />
        <p class="muted">{{ t().hint }}</p>
        @if (failure(); as failure) {
          <cal-failure-note [failure]="failure" />
        }
        <div class="row">
          <button
            matButton="filled"
            type="button"
            [disabled]="!csv()"
            [calWaiting]="busy()"
            (click)="check()"
          >
            {{ t().check }}
          </button>
        </div>
      </div>
      @if (report(); as report) {
        <section class="card stack-tight" [attr.aria-label]="t().outcome">
          @if (report.dry_run) {
            <cal-note tone="info">{{ t().dry }}</cal-note>
            @if (report.counts.new > 0) {
              <div class="row">
                <button
                  matButton="filled"
                  type="button"
                  [calWaiting]="busy()"
                  (click)="run(report.counts.new)"
                >
                  {{ t().run(report.counts.new) }}
                </button>
              </div>
            }
          } @else {
            <cal-note tone="success">{{ t().done(report.counts.new) }}</cal-note>
          }
          <table calTable [attr.aria-label]="t().outcome">
            <thead calRows>
              <tr calRow>
                <th calHead>{{ t().line }}</th>
                <th calHead>{{ t().email }}</th>
                <th calHead>{{ t().outcome }}</th>
                <th calHead>{{ t().fields }}</th>
              </tr>
            </thead>
            <tbody calRows>
              @for (row of report.rows; track row.line) {
                <tr calRow>
                  <td [calCell]="t().line">{{ row.line }}</td>
                  <td [calCell]="t().email">{{ row.email }}</td>
                  <td [calCell]="t().outcome">
                    <cal-chip [tone]="looks[row.outcome].tone" [icon]="looks[row.outcome].icon">{{
                      t().outcomes[row.outcome]
                    }}</cal-chip>
                  </td>
                  <td [calCell]="t().fields">{{ row.fields.join(', ') }}</td>
                </tr>
              }
            </tbody>
          </table>
        </section>
      }
    </div>
  `,
  styles: `
    .strong {
      font-weight: 600;
    }
  `,
})
export class ImportPage {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly texts = useTexts(membersTexts);
  protected readonly t = computed(() => this.texts().import);
  protected readonly words = useTexts(coreTexts);
  protected readonly looks = looks;
  protected readonly csv = signal('');
  protected readonly busy = signal(false);
  protected readonly report = signal<ImportReport | null>(null);
  protected readonly failure = signal<Failure | undefined>(undefined);

  protected async read(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    this.report.set(null);
    this.csv.set(file ? await file.text() : '');
  }

  protected check(): Promise<void> {
    return this.send(true);
  }

  protected async run(count: number): Promise<void> {
    const { confirmTitle, confirmBody: body, run } = this.t();
    const cancel = this.words().actions.cancel;
    if (await this.confirm.ask({ title: confirmTitle(count), body, confirm: run(count), cancel })) {
      await this.send(false);
    }
  }

  private async send(dryRun: boolean): Promise<void> {
    const body: ImportRequest = { csv: this.csv(), dry_run: dryRun };
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      const report = await firstValueFrom(this.http.post<ImportReport>('/api/admin/members/import', body));
      this.report.set(report);
      if (!dryRun) {
        this.toasts.show(this.t().done(report.counts.new), { tone: 'success' });
      }
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
