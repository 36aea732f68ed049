import { NgTemplateOutlet } from '@angular/common';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { audienceKinds, broadcastCategories, broadcastChannels } from '@calmness/contracts';
import type { BroadcastView, LabelList, PlanList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { fieldMessage } from '../../core/forms/field-message';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { keepFresh } from '../../core/live/keep-fresh';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { blankBroadcast, broadcastFormOf, broadcastWriteOf } from './broadcast-form';
import { BroadcastForecastCard } from './broadcast-forecast-card';
import { BroadcastProgressCard } from './broadcast-progress-card';
import { wordingTexts } from './wording-texts';

const list = '/api/admin/notifications/broadcasts';
const freshEveryMs = 3_000;

/** One broadcast: written, counted, confirmed with its number, followed, stopped. */
@Component({
  selector: 'cal-broadcast-page',
  imports: [
    BroadcastForecastCard,
    BroadcastProgressCard,
    Control,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    NgTemplateOutlet,
    PageHeader,
    TickField,
    WaitButton,
  ],
  templateUrl: './broadcast-page.html',
  styles: `
    form {
      display: grid;
      gap: 20px;
    }
    legend {
      margin-bottom: 8px;
      font-size: 0.9375rem;
      font-weight: 600;
    }
    .ticks {
      gap: 12px 28px;
    }
    .error {
      margin-top: 8px;
      font-size: 0.875rem;
      font-weight: 500;
      color: var(--mat-sys-error);
    }
    .both {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
    .said {
      white-space: pre-line;
    }
  `,
})
export class BroadcastPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  protected readonly formats = inject(Formats);
  /** `new`, or the id. */
  readonly id = input.required<string>();
  protected readonly texts = useTexts(wordingTexts);
  protected readonly t = computed(() => this.texts().broadcasts);
  protected readonly core = useTexts(coreTexts);
  protected readonly kinds = audienceKinds;
  protected readonly categories = broadcastCategories;
  protected readonly isNew = computed(() => this.id() === 'new');
  private readonly url = computed(() => `${list}/${this.id()}`);
  protected readonly answer = httpResource<BroadcastView>(() => (this.isNew() ? undefined : this.url()));
  protected readonly view = valueOf(this.answer);
  private readonly planList = valueOf(httpResource<PlanList>(() => '/api/plans'));
  private readonly labelList = valueOf(httpResource<LabelList>(() => '/api/admin/labels'));
  protected readonly plans = computed(() => this.planList()?.plans ?? []);
  protected readonly labels = computed(() => this.labelList()?.labels ?? []);
  protected readonly writable = computed(() => this.isNew() || this.view()?.state === 'draft');
  protected readonly busy = signal(false);
  protected readonly submission = new Submission();
  private readonly model = linkedSignal({
    source: () => this.view()?.version,
    computation: () => {
      const view = this.view();
      return view ? broadcastFormOf(view) : blankBroadcast;
    },
  });
  protected readonly channels = computed(() => broadcastChannels[this.model().category]);
  protected readonly kind = computed(() => this.model().audience.kind);
  protected readonly fields = form(
    this.model,
    (path) => {
      validate(path.ticks, ({ value, valueOf }) =>
        broadcastChannels[valueOf(path.category)].some((channel) => value()[channel])
          ? undefined
          : { kind: 'required', message: this.t().noChannel },
      );
      for (const text of [path.title, path.body]) {
        required(text.fr);
        required(text.en);
      }
      maxLength(path.title.fr, 80);
      maxLength(path.title.en, 80);
      maxLength(path.body.fr, 2_000);
      maxLength(path.body.en, 2_000);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );
  protected readonly channelsFault = computed(() => fieldMessage(this.fields.ticks, this.core().fieldErrors));

  constructor() {
    const moving = () => this.view()?.progress?.by_channel.some(({ waiting }) => waiting > 0) ?? false;
    keepFresh(
      freshEveryMs,
      () => this.view()?.state === 'sending' || (this.view()?.state === 'sent' && moving()),
      async () => this.show(await firstValueFrom(this.http.get<BroadcastView>(this.url()))),
    );
  }

  hasUnsavedChanges(): boolean {
    return this.writable() && this.fields().dirty();
  }

  protected count(): Promise<void> {
    return this.act('count', {});
  }

  protected send(view: BroadcastView, reached: number): Promise<void> {
    return this.act('confirm', { version: view.version, reached }, this.t().left);
  }

  protected async stop(view: BroadcastView): Promise<void> {
    const { stop: confirm, stopTitle, stopBody: body, stopped } = this.t();
    if (await this.agreed({ title: stopTitle(this.formats.text(view.title)), body, confirm })) {
      await this.act('stop', {}, stopped);
    }
  }

  protected async remove(view: BroadcastView): Promise<void> {
    const { remove: confirm, removeTitle, removeBody: body, removed } = this.t();
    if (!(await this.agreed({ title: removeTitle(this.formats.text(view.title)), body, confirm }))) {
      return;
    }
    await this.submission.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(this.url(), { params: { version: view.version } }));
      this.fields().reset();
      this.toasts.show(removed, { tone: 'success' });
      await this.router.navigateByUrl('/admin/notifications/broadcasts');
    });
  }

  private agreed(words: { title: string; body: string; confirm: string }): Promise<boolean> {
    return this.confirm.ask({ ...words, cancel: this.core().actions.cancel, danger: true });
  }

  private async act(verb: string, body: object, done?: string): Promise<void> {
    this.busy.set(true);
    await this.submission.send(this.fields, async () => {
      this.show(await firstValueFrom(this.http.post<BroadcastView>(`${this.url()}/${verb}`, body)));
      if (done) {
        this.toasts.show(done, { tone: 'success' });
      }
    });
    // What was counted anew is shown beside the reason it did not leave.
    if (this.submission.failure()) {
      this.answer.reload();
    }
    this.busy.set(false);
  }

  private async save(): Promise<void> {
    const write = broadcastWriteOf(this.model());
    const version = this.view()?.version;
    const saved = await firstValueFrom(
      version === undefined
        ? this.http.post<BroadcastView>(list, write)
        : this.http.put<BroadcastView>(this.url(), { ...write, version }),
    );
    this.fields().reset();
    this.toasts.show(this.t().saved, { tone: 'success' });
    if (version === undefined) {
      await this.router.navigate(['/admin/notifications/broadcasts', saved.id], { replaceUrl: true });
    } else {
      this.show(saved);
    }
  }

  private show(view: BroadcastView): void {
    this.answer.set(view);
  }
}
