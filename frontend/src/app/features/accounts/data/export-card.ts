import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { DataExportAnswer } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { failureOf } from '../../../core/http/failure';
import type { Failure } from '../../../core/http/failure';
import { valueOf } from '../../../core/http/resource-values';
import { useTexts } from '../../../core/i18n/feature-texts';
import { Formats } from '../../../core/i18n/formats';
import { Faces } from '../../../ui/faces';
import { FailureNote } from '../../../ui/failure-note';
import { Moment } from '../../../ui/moment';
import { WaitButton } from '../../../ui/wait-button';
import { gestionTexts } from '../accounts-texts';

const url = '/api/auth/user/export';
const askAgainMs = 1_500;

/** The archive of a member's data: asked for, watched, downloaded. */
@Component({
  selector: 'cal-export-card',
  imports: [Faces, FailureNote, MatButton, MatProgressBar, Moment, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="export">
      <h2 id="export">{{ t().exportTitle }}</h2>
      <p class="muted">{{ t().exportLead }}</p>
      @if (failure(); as failure) {
        <cal-failure-note [failure]="failure" />
      }
      <cal-faces [of]="answer" shape="text" [count]="1">
        <div class="stack-tight">
          @if (underWay()) {
            <p id="export-progress" role="status">{{ t().exportProgress(percent()) }}</p>
            <mat-progress-bar [value]="percent()" aria-labelledby="export-progress" />
          } @else if (archive(); as archive) {
            @if (archive.state === 'ready' && archive.download_url) {
              <p role="status">
                {{ t().exportReady }}
                @if (archive.expires_at; as until) {
                  {{ t().exportUntil }} <cal-moment [at]="until" />
                }
              </p>
              <div class="row">
                <a matButton="filled" [href]="archive.download_url" download>{{ t().exportSize(size()) }}</a>
                <button matButton="outlined" type="button" [calWaiting]="asking()" (click)="ask()">
                  {{ t().exportAgain }}
                </button>
              </div>
            } @else {
              @if (archive.state === 'failed') {
                <p role="alert">{{ t().exportFailed }}</p>
              }
              <div class="row">
                <button matButton="filled" type="button" [calWaiting]="asking()" (click)="ask()">
                  {{ t().exportAgain }}
                </button>
              </div>
            }
          } @else {
            <div class="row">
              <button matButton="filled" type="button" [calWaiting]="asking()" (click)="ask()">
                {{ t().exportAsk }}
              </button>
            </div>
          }
        </div>
      </cal-faces>
    </section>
  `,
})
export class ExportCard {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly texts = useTexts(gestionTexts);
  protected readonly t = computed(() => this.texts().data);
  protected readonly answer = httpResource<DataExportAnswer>(() => url);
  private readonly value = valueOf(this.answer);
  protected readonly archive = computed(() => this.value()?.export ?? null);
  protected readonly underWay = computed(() => {
    const state = this.archive()?.state;
    return state === 'queued' || state === 'building';
  });
  protected readonly percent = computed(() => {
    const parts = this.archive()?.parts ?? [];
    const total = parts.reduce((sum, part) => sum + part.rows_total, 0);
    const done = parts.reduce((sum, part) => sum + part.rows_done, 0);
    return total === 0 ? 0 : Math.round((100 * done) / total);
  });
  protected readonly size = computed(() => this.formats.bytes(this.archive()?.size_bytes ?? 0));
  protected readonly asking = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);

  constructor() {
    let next: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(next);
      if (this.underWay() && !this.answer.isLoading()) {
        next = setTimeout(() => this.answer.reload(), askAgainMs);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(next);
    });
  }

  protected async ask(): Promise<void> {
    this.asking.set(true);
    this.failure.set(undefined);
    try {
      this.answer.set(await firstValueFrom(this.http.post<DataExportAnswer>(url, null)));
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.asking.set(false);
    }
  }
}
