import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { bannerSeverities } from '@calmness/contracts';
import type { BannerSeverity, BannerText, BannerView, BannerWrite, BilingualText } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { academyTexts } from './academy-texts';

const url = '/api/admin/banner';
const minuteMs = 60_000;

/** What a `datetime-local` input holds: the reader's own wall time, to the minute. */
function wallTimeOf(instant: string | null): string {
  if (instant === null) {
    return '';
  }
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * minuteMs).toISOString().slice(0, 16);
}

interface BannerForm {
  text: BilingualText;
  severity: BannerSeverity;
  from: string;
  until: string;
}

function bannerFormOf(banner: BannerText | null): BannerForm {
  if (!banner) {
    return {
      text: { fr: '', en: '' },
      severity: 'info',
      from: wallTimeOf(new Date().toISOString()),
      until: '',
    };
  }
  const { text, severity, from, until } = banner;
  return { text: { ...text }, severity, from: wallTimeOf(from), until: wallTimeOf(until) };
}

@Component({
  selector: 'cal-banner-card',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="banner">
      <h2 id="banner">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <cal-faces [of]="answer" shape="text" [count]="3">
        <form class="stack-tight" [formRoot]="fields">
          @if (!view()?.banner) {
            <p>{{ t().none }}</p>
          }
          @if (submission.failure(); as failure) {
            <cal-failure-note [failure]="failure" />
          }
          <div class="form-grid">
            <cal-field name="banner_fr" [label]="t().fr" [of]="fields.text.fr">
              <input calControl lang="fr" [formField]="fields.text.fr" />
            </cal-field>
            <cal-field name="banner_en" [label]="t().en" [of]="fields.text.en">
              <input calControl lang="en" [formField]="fields.text.en" />
            </cal-field>
            <cal-field name="severity" [label]="t().severity" [of]="fields.severity">
              <select calControl [formField]="fields.severity">
                @for (severity of severities; track severity) {
                  <option [value]="severity">{{ t().severities[severity] }}</option>
                }
              </select>
            </cal-field>
            <cal-field name="from" [label]="t().from" [of]="fields.from">
              <input calControl type="datetime-local" [formField]="fields.from" />
            </cal-field>
            <cal-field name="until" [label]="t().until" [hint]="t().untilHint" [of]="fields.until">
              <input calControl type="datetime-local" [formField]="fields.until" />
            </cal-field>
          </div>
          <div class="row">
            <button matButton="filled" type="submit" [calWaiting]="fields().submitting()">
              {{ t().show }}
            </button>
            @if (view()?.banner) {
              <button matButton="outlined" type="button" [calWaiting]="taking()" (click)="takeDown()">
                {{ t().takeDown }}
              </button>
            }
          </div>
        </form>
      </cal-faces>
    </section>
  `,
})
export class BannerCard {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(academyTexts);
  protected readonly t = computed(() => this.texts().banner);
  protected readonly severities = bannerSeverities;
  protected readonly answer = httpResource<BannerView>(() => url);
  protected readonly view = valueOf(this.answer);
  protected readonly taking = signal(false);
  protected readonly submission = new Submission();
  private readonly model = linkedSignal(() => bannerFormOf(this.view()?.banner ?? null));
  protected readonly fields = form(
    this.model,
    (path) => {
      for (const text of [path.text.fr, path.text.en]) {
        required(text);
        maxLength(text, 300);
      }
      required(path.from);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.show()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected async takeDown(): Promise<void> {
    this.taking.set(true);
    await this.submission.send(this.fields, async () => {
      const version = this.view()?.version ?? 0;
      this.answer.set(await firstValueFrom(this.http.delete<BannerView>(url, { params: { version } })));
      this.toasts.show(this.t().taken, { tone: 'success' });
    });
    this.taking.set(false);
  }

  private async show(): Promise<void> {
    const { text, severity, from, until } = this.model();
    const body: BannerWrite = {
      ...{ text, severity, version: this.view()?.version ?? 0 },
      from: new Date(from).toISOString(),
      until: until ? new Date(until).toISOString() : null,
    };
    this.answer.set(await firstValueFrom(this.http.put<BannerView>(url, body)));
    this.toasts.show(this.t().shown, { tone: 'success' });
  }
}
