import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { WordField, WordFieldValues, WordingPreview, WordingPreviewRequest } from '@calmness/contracts';
import { fieldErrorCodeOf } from '../../core/forms/field-message';
import { firstValueFrom } from 'rxjs';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { FilterTabs } from '../../ui/filter-tabs';
import { Note } from '../../ui/note';
import { wordingTexts } from './wording-texts';

/** Long enough to type a word: the server renders, not every letter. */
const restMs = 400;

/** The words as they would be sent, on a phone, in either theme; and what stands between them and their publication. */
@Component({
  selector: 'cal-words-preview',
  imports: [FilterTabs, Note],
  template: `
    <section class="card stack-tight" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{{ t().preview }}</h2>
      <p class="muted">{{ t().previewLead }}</p>
      @if (shown(); as one) {
        @if (one.problems.length > 0) {
          <cal-note tone="warning">
            <p>{{ t().problems }}</p>
            <ul>
              @for (problem of problems(); track $index) {
                <li>{{ problem }}</li>
              }
            </ul>
          </cal-note>
        } @else {
          <cal-note tone="success">{{ t().clean }}</cal-note>
        }
        @if (one.html) {
          <cal-filter-tabs [legend]="t().theme" [choices]="themes()" [(value)]="theme" />
          <p class="strong">{{ one.heading }}</p>
          <iframe
            sandbox=""
            [title]="one.heading || t().preview"
            [srcdoc]="html()"
            [style.color-scheme]="theme()"
          ></iframe>
        } @else {
          <div class="phone">
            <p class="strong">{{ one.heading }}</p>
            <p class="said">{{ one.text }}</p>
          </div>
        }
      }
    </section>
  `,
  styles: `
    iframe {
      width: 100%;
      max-width: 390px;
      height: 640px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
    }
    .phone {
      max-width: 390px;
      padding: 14px 16px;
      border-radius: 14px;
      background: var(--mat-sys-surface-container-high);
    }
    .strong {
      font-weight: 600;
    }
    .said {
      white-space: pre-line;
    }
  `,
})
export class WordsPreview {
  private readonly http = inject(HttpClient);
  private readonly sanitizer = inject(DomSanitizer);
  /** Of the words, without `/preview`. */
  readonly url = input.required<string>();
  readonly fields = input.required<WordFieldValues>();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().words);
  private readonly core = useTexts(coreTexts);
  protected readonly theme = signal<'light' | 'dark'>('light');
  protected readonly themes = computed(() =>
    (['light', 'dark'] as const).map((value) => ({ value, label: this.t()[value] })),
  );
  private readonly answer = resource({
    params: () => ({ url: this.url(), fields: this.fields() }),
    loader: async ({ params, abortSignal }) => {
      await rest(restMs, abortSignal);
      const body: WordingPreviewRequest = { fields: params.fields };
      return firstValueFrom(this.http.post<WordingPreview>(`${params.url}/preview`, body));
    },
  });
  /** The last one stays while the next is on its way. */
  protected readonly shown = computed<WordingPreview | undefined>((): WordingPreview | undefined => {
    if (this.answer.hasValue()) {
      this.last = this.answer.value();
    }
    return this.last;
  });
  private last: WordingPreview | undefined;
  /** Rendered by the academy from escaped values; the frame runs no script and is of no origin. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.shown()?.html ?? ''));
  protected readonly problems = computed(() =>
    (this.shown()?.problems ?? []).map(({ field, code }) => {
      const name = field.replace('fields.', '') as WordField;
      return this.t().problem(this.t().fields[name], this.core().fieldErrors[fieldErrorCodeOf(code)]);
    }),
  );
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
