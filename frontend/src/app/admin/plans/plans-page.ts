import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, min, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiPlaylistStar } from '@mdi/js';
import { planKinds, priceModes, supplyKinds, vatRateCodes } from '@calmness/contracts';
import type { PlanList, PlanView } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { TickField } from '../../ui/tick-field';
import { WaitButton } from '../../ui/wait-button';
import { adminTexts } from '../admin-texts';
import { blankPlan, centsOf, formOf, newPlanOf, planPatchOf } from './plan-form';
import type { PlanForm } from './plan-form';

const url = '/api/admin/plans';

/** What the academy sells: the list, and one form for a new plan or a change. */
@Component({
  selector: 'cal-admin-plans-page',
  imports: [
    Control,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    Money,
    PageHeader,
    TickField,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './plans-page.html',
})
export class AdminPlansPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly planKinds = planKinds;
  protected readonly submission = new Submission();
  protected readonly icon = mdiPlaylistStar;
  protected readonly modes = priceModes;
  protected readonly kinds = supplyKinds;
  protected readonly rates = vatRateCodes;
  protected readonly list = httpResource<PlanList>(() => url);
  protected readonly plans = computed(() => (this.list.hasValue() ? this.list.value().plans : []));
  /** The plan under change; null for a new one; undefined while the form is closed. */
  protected readonly edited = signal<PlanView | null | undefined>(undefined);

  private readonly model = signal<PlanForm>(blankPlan);
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.code);
      required(path.plan_group);
      required(path.name_fr);
      required(path.name_en);
      min(path.duration_months, 1);
      validate(path.price, ({ value, valueOf }) =>
        valueOf(path.kind) === 'trial' || centsOf(value()) ? undefined : { kind: 'invalid' },
      );
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.save()),
        onInvalid: focusFirstError,
      },
    },
  );

  hasUnsavedChanges(): boolean {
    return this.edited() !== undefined && this.fields().dirty();
  }

  protected create(): void {
    this.show(null, blankPlan);
  }

  protected edit(plan: PlanView): void {
    this.show(plan, formOf(plan));
  }

  protected close(): void {
    this.edited.set(undefined);
  }

  private show(plan: PlanView | null, values: PlanForm): void {
    this.submission.clear();
    this.model.set(values);
    this.fields().reset();
    this.edited.set(plan);
  }

  private async save(): Promise<void> {
    const plan = this.edited();
    const request = plan
      ? this.http.patch(`${url}/${plan.id}`, planPatchOf(this.model(), plan.version))
      : this.http.post(url, newPlanOf(this.model()));
    await firstValueFrom(request);
    this.close();
    this.list.reload();
    this.toasts.show(this.t().plans.saved, { tone: 'success' });
  }
}
