import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CreditableView, CreditNoteRequest, InvoiceDetail } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Note } from '../../ui/note';
import { WaitButton } from '../../ui/wait-button';
import { centsOf, priceOf } from '../plans/plan-form';
import { invoiceDeskTexts } from './invoice-desk-texts';

interface CreditForm {
  lines: { position: number; label: string; left: number; amount: string }[];
  reason: string;
}

/** Credits an invoice line by line, or all that is left of it. */
@Component({
  selector: 'cal-credit-section',
  imports: [Control, Faces, FailureNote, Field, FormField, FormRoot, MatButton, Note, WaitButton],
  template: `
    <section class="card stack-tight" aria-labelledby="credit">
      <h2 id="credit">{{ t().title }}</h2>
      <p class="muted">{{ t().lead }}</p>
      <cal-faces [of]="answer" shape="text">
        @if (submission.failure(); as failure) {
          <cal-failure-note [failure]="failure" />
        }
        <form class="stack-tight" [formRoot]="fields">
          @for (line of model().lines; track line.position; let index = $index) {
            <cal-field
              [name]="'credit_' + line.position"
              [label]="line.label"
              [hint]="t().left(formats.money(line.left))"
              [of]="fields.lines[index]?.amount"
            >
              @if (fields.lines[index]; as field) {
                <input calControl inputmode="decimal" autocomplete="off" [formField]="field.amount" />
              }
            </cal-field>
          }
          <button matButton="text" type="button" (click)="everything()">{{ t().everything }}</button>
          <cal-field name="credit_reason" [label]="t().reason" [hint]="t().reasonHint" [of]="fields.reason">
            <textarea calControl rows="2" [formField]="fields.reason"></textarea>
          </cal-field>
          <div role="status">
            @if (nothing()) {
              <cal-note tone="error">{{ t().nothing }}</cal-note>
            }
          </div>
          <button matButton="outlined" type="submit" [calWaiting]="fields().submitting()">
            {{ t().send }}
          </button>
        </form>
      </cal-faces>
    </section>
  `,
})
export class CreditSection {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = useTexts(invoiceDeskTexts);
  readonly invoice = input.required<InvoiceDetail>();
  readonly credited = output<InvoiceDetail>();
  protected readonly formats = inject(Formats);
  protected readonly t = computed(() => this.texts().credit);
  protected readonly submission = new Submission();
  protected readonly nothing = signal(false);
  /** One form, one credit note, however often it is sent. */
  private readonly key = linkedSignal({
    source: () => this.invoice().id,
    computation: () => crypto.randomUUID(),
  });
  private readonly url = computed(() => `/api/admin/invoices/${this.invoice().id}`);
  protected readonly answer = httpResource<CreditableView>(() => `${this.url()}/creditable`);
  private readonly creditable = valueOf(this.answer);

  protected readonly model = linkedSignal<CreditForm>(() => ({
    lines: (this.creditable()?.lines ?? [])
      .filter(({ left_cents }) => left_cents > 0)
      .map(({ position, label, left_cents }) => ({ position, label, left: left_cents, amount: '' })),
    reason: '',
  }));
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.reason);
      maxLength(path.reason, 500);
      applyEach(path.lines, (line) =>
        validate(line.amount, ({ value, valueOf: read }) => {
          const cents = value().trim() === '' ? 0 : centsOf(value());
          return cents === undefined || cents > read(line.left) ? { kind: 'invalid' } : undefined;
        }),
      );
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.send()),
        onInvalid: focusFirstError,
      },
    },
  );

  protected everything(): void {
    this.model.update((model) => ({
      ...model,
      lines: model.lines.map((line) => ({ ...line, amount: priceOf(line.left) })),
    }));
  }

  private async send(): Promise<void> {
    const { lines, reason } = this.model();
    const asked = lines
      .map(({ position, amount }) => ({ position, amount_cents: centsOf(amount) ?? 0 }))
      .filter(({ amount_cents }) => amount_cents > 0);
    this.nothing.set(asked.length === 0);
    if (asked.length === 0 || !(await this.agrees())) {
      return;
    }
    const body: CreditNoteRequest = { lines: asked, reason };
    const headers = { 'Idempotency-Key': this.key() };
    const note = await firstValueFrom(
      this.http.post<InvoiceDetail>(`${this.url()}/credit-notes`, body, { headers }),
    );
    this.toasts.show(this.t().done(note.number), { tone: 'success' });
    this.credited.emit(note);
  }

  private agrees(): Promise<boolean> {
    const words = this.t().confirm;
    return this.confirm.ask({ ...words, title: words.title(this.invoice().number), danger: true });
  }
}
