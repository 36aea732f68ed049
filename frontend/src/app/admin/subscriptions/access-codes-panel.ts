import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { mdiKeyOutline } from '@mdi/js';
import type { AccessCodeList, AccessCodesMade, PlanList } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { focusFirstError, Submission } from '../../core/forms/submission';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Control, Field } from '../../ui/field';
import { WaitButton } from '../../ui/wait-button';
import { contractsTexts } from './contracts-texts';

const url = '/api/admin/access-codes';

/** Codes for a sale outside the house: shown once, then only whether they were used. */
@Component({
  selector: 'cal-access-codes-panel',
  imports: [
    Control,
    EmptyState,
    Faces,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    WaitButton,
    ...dataTable,
  ],
  templateUrl: './access-codes-panel.html',
})
export class AccessCodesPanel {
  private readonly http = inject(HttpClient);
  protected readonly formats = inject(Formats);
  private readonly texts = useTexts(contractsTexts);
  protected readonly t = computed(() => this.texts().coupons);
  protected readonly icon = mdiKeyOutline;
  private readonly planList = httpResource<PlanList>(() => '/api/plans');
  protected readonly plans = computed(() => (this.planList.hasValue() ? this.planList.value().plans : []));
  protected readonly list = httpResource<AccessCodeList>(() => url);
  protected readonly rows = computed(() => (this.list.hasValue() ? this.list.value().access_codes : []));
  protected readonly made = signal<readonly string[]>([]);
  protected readonly submission = new Submission();
  private readonly model = signal({ plan_code: '', months: 1, expires_on: '', label: '', count: 1 });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.plan_code);
      required(path.expires_on);
      required(path.label);
      min(path.months, 1);
      min(path.count, 1);
      max(path.count, 100);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.make()),
        onInvalid: focusFirstError,
      },
    },
  );

  private async make(): Promise<void> {
    const { codes } = await firstValueFrom(this.http.post<AccessCodesMade>(url, this.model()));
    this.made.set(codes);
    this.list.reload();
  }
}
