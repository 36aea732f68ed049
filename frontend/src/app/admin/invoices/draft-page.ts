import { NgTemplateOutlet } from '@angular/common';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { errorCodes, invoiceDraftTypes, priceModes } from '@calmness/contracts';
import type { InvoiceDetail, InvoiceDraftType, InvoiceDraftView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { valueOf } from '../../core/http/resource-values';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Confirm } from '../../ui/confirm';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Note } from '../../ui/note';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { centsOf } from '../plans/plan-form';
import { blankDraft, blankLine, draftFormOf, draftWriteOf, quantityOf } from './draft-form';
import { DraftLines } from './draft-lines';
import { invoiceDeskTexts } from './invoice-desk-texts';
import { InvoiceFigures } from './invoice-figures';
import { MemberPicker } from './member-picker';
import { PrecedingPicker } from './preceding-picker';

const list = '/api/admin/invoice-drafts';

/** One draft: written, previewed as the invoice it would become, issued or thrown away. */
@Component({
  selector: 'cal-invoice-draft-page',
  imports: [
    Control,
    DraftLines,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    InvoiceFigures,
    MatButton,
    MemberPicker,
    NgTemplateOutlet,
    Note,
    PageHeader,
    PrecedingPicker,
    RouterLink,
    WaitButton,
  ],
  templateUrl: './draft-page.html',
})
export class DraftPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  /** `new`, or the id. */
  readonly id = input.required<string>();
  /** A link may begin a new draft: what kind, for whom, and which invoice it corrects. */
  readonly type = input<string>();
  readonly member = input<string>();
  readonly preceding = input<string>();
  private readonly texts = useTexts(invoiceDeskTexts);
  protected readonly words = this.texts;
  protected readonly t = computed(() => this.texts().draft);
  protected readonly core = useTexts(coreTexts);
  protected readonly types = invoiceDraftTypes;
  protected readonly modes = priceModes;
  protected readonly isNew = computed(() => this.id() === 'new');
  private readonly url = computed(() => `${list}/${this.id()}`);
  protected readonly answer = httpResource<InvoiceDraftView>(() => (this.isNew() ? undefined : this.url()));
  protected readonly view = valueOf(this.answer);
  protected readonly mayWrite = computed(() => this.session.may('billing.invoices-write'));
  protected readonly writable = computed(
    () => this.mayWrite() && (this.isNew() || this.view()?.state === 'draft'),
  );
  protected readonly submission = new Submission();
  protected readonly decision = new Submission();

  private readonly stored = computed(() => {
    const view = this.view();
    return view ? draftFormOf(view) : blankDraft(this.start());
  });
  protected readonly model = linkedSignal(() => this.stored());
  /** What is kept already: lines and members come and go without a key being pressed. */
  private readonly kept = linkedSignal(() => JSON.stringify(this.stored()));
  protected readonly changed = computed(() => JSON.stringify(this.model()) !== this.kept());
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.member_id);
      required(path.supply_from);
      required(path.supply_to);
      required(path.due_date);
      maxLength(path.purchase_order, 60);
      maxLength(path.reason, 500);
      required(path.reason, { when: ({ valueOf: read }) => read(path.type) === '384' });
      applyEach(path.lines, (line) => {
        required(line.label);
        maxLength(line.label, 200);
        maxLength(line.detail, 500);
        maxLength(line.discount_reason, 120);
        validate(line.quantity, ({ value }) => (quantityOf(value()) ? undefined : { kind: 'invalid' }));
        validate(line.price, ({ value }) =>
          centsOf(value()) === undefined ? { kind: 'invalid' } : undefined,
        );
        validate(line.discount, ({ value }) =>
          value().trim() && centsOf(value()) === undefined ? { kind: 'invalid' } : undefined,
        );
        required(line.discount_reason, {
          when: ({ valueOf: read }) => (centsOf(read(line.discount)) ?? 0) > 0,
        });
      });
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.writable() && this.changed();
  }

  protected blockerText(code: string): string {
    const known = errorCodes.find((one) => one === code);
    return known ? this.core().errors[known] : code;
  }

  protected setMember(id: string): void {
    this.model.update((model) => ({ ...model, member_id: id, preceding_ids: [] }));
  }

  protected setPreceding(preceding_ids: string[]): void {
    this.model.update((model) => ({ ...model, preceding_ids }));
  }

  protected addLine(): void {
    this.model.update((model) => ({ ...model, lines: [...model.lines, blankLine] }));
  }

  protected removeLine(index: number): void {
    this.model.update((model) => ({ ...model, lines: model.lines.filter((_line, at) => at !== index) }));
  }

  protected async issue(draft: InvoiceDraftView): Promise<void> {
    const { title, ...words } = this.t().confirmIssue;
    const total = this.formats.money(draft.preview?.total_cents ?? 0);
    if (!(await this.confirm.ask({ ...words, title: title(draft.member_name, total) }))) {
      return;
    }
    await this.decision.send(this.fields, async () => {
      const request = this.http.post<InvoiceDetail>(`${this.url()}/issue`, { version: draft.version });
      const invoice = await firstValueFrom(request);
      this.toasts.show(this.t().issued(invoice.number), { tone: 'success' });
      await this.router.navigate(['/admin/invoices', invoice.id]);
    });
  }

  protected async discard(): Promise<void> {
    if (!(await this.confirm.ask({ ...this.t().confirmDiscard, danger: true }))) {
      return;
    }
    await this.decision.send(this.fields, async () => {
      await firstValueFrom(this.http.delete(this.url()));
      this.keep();
      this.toasts.show(this.t().discarded, { tone: 'success' });
      await this.router.navigateByUrl('/admin/invoice-drafts');
    });
  }

  private keep(): void {
    this.fields().reset();
    this.kept.set(JSON.stringify(this.model()));
  }

  private start(): Parameters<typeof blankDraft>[0] {
    const type = invoiceDraftTypes.find((one): one is InvoiceDraftType => one === this.type());
    const preceding = this.preceding();
    const chosen = preceding ? { preceding_ids: [preceding] } : {};
    return { ...(type ? { type } : {}), member_id: this.member() ?? '', ...chosen };
  }

  private async save(): Promise<void> {
    const body = draftWriteOf(this.model());
    const version = this.view()?.version ?? 0;
    const request = this.isNew()
      ? this.http.post<InvoiceDraftView>(list, body)
      : this.http.put<InvoiceDraftView>(this.url(), { ...body, version });
    const saved = await firstValueFrom(request);
    this.keep();
    this.toasts.show(this.t().saved, { tone: 'success' });
    if (this.isNew()) {
      await this.router.navigate(['/admin/invoice-drafts', saved.id], { replaceUrl: true });
    } else {
      this.answer.set(saved);
    }
  }
}
