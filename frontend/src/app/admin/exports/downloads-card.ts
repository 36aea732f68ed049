import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { parisToday } from '../paris-today';
import { ExportDownload } from './export-download';
import { exportsTexts } from './exports-texts';

const ofDays = ['journal', 'ereporting'] as const;
const ofYear = ['fec', 'archive'] as const;
const files = {
  journal: 'journal.csv',
  ereporting: 'ereporting.json',
  fec: 'fec.txt',
  archive: 'archive.zip',
} as const;

/** The files of a span of days, and those of a year. */
@Component({
  selector: 'cal-downloads-card',
  imports: [Control, FailureNote, Field, MatButton, WaitButton],
  providers: [ExportDownload],
  template: `
    <section class="card stack-tight" aria-labelledby="downloads">
      <h2 id="downloads">{{ t().downloads.title }}</h2>
      <p class="muted">{{ t().downloads.lead }}</p>
      @if (download.failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <div class="form-grid">
        <cal-field name="from" [label]="t().downloads.from">
          <input calControl type="date" [value]="from()" (change)="from.set(valueOf($event))" />
        </cal-field>
        <cal-field name="to" [label]="t().downloads.to">
          <input calControl type="date" [value]="to()" (change)="to.set(valueOf($event))" />
        </cal-field>
      </div>
      <div class="row">
        @for (kind of ofDays; track kind) {
          <button
            matButton="outlined"
            type="button"
            [calWaiting]="download.fetching() === files[kind]"
            (click)="fetch(kind, days())"
          >
            {{ t().downloads[kind] }}
          </button>
        }
      </div>
      <cal-field name="year" [label]="t().downloads.year">
        <input
          calControl
          type="number"
          min="2000"
          max="2199"
          [value]="year()"
          (change)="year.set(valueOf($event))"
        />
      </cal-field>
      <div class="row">
        @for (kind of ofYear; track kind) {
          <button
            matButton="outlined"
            type="button"
            [calWaiting]="download.fetching() === files[kind]"
            (click)="fetch(kind, 'year=' + year())"
          >
            {{ t().downloads[kind] }}
          </button>
        }
      </div>
      <p class="muted" role="status">{{ progress() }}</p>
    </section>
  `,
})
export class DownloadsCard {
  private readonly formats = inject(Formats);
  protected readonly download = inject(ExportDownload);
  protected readonly t = useTexts(exportsTexts);
  protected readonly ofDays = ofDays;
  protected readonly ofYear = ofYear;
  protected readonly files = files;
  private readonly today = parisToday();
  protected readonly from = signal(`${this.today.slice(0, 7)}-01`);
  protected readonly to = signal(this.today);
  protected readonly year = signal(this.today.slice(0, 4));
  protected readonly days = computed(() => `from=${this.from()}&to=${this.to()}`);
  protected readonly progress = computed(() =>
    this.download.received() > 0
      ? this.t().downloads.received(this.formats.bytes(this.download.received()))
      : '',
  );

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected fetch(kind: keyof typeof files, query: string): void {
    void this.download.fetch(files[kind], query, files[kind]);
  }
}
