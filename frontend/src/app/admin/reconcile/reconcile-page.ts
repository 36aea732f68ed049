import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiBankTransferIn } from '@mdi/js';
import { matchCategories } from '@calmness/contracts';
import type { MatchCategory, StatementLineView } from '@calmness/contracts';
import { Toasts } from '../../core/feedback/toasts';
import { failureOf } from '../../core/http/failure';
import type { Failure } from '../../core/http/failure';
import { coreTexts } from '../../core/i18n/core-texts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { Session } from '../../core/session/session';
import { Confirm } from '../../ui/confirm';
import { dataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Faces } from '../../ui/faces';
import { FailureNote } from '../../ui/failure-note';
import { Money } from '../../ui/money';
import { PageHeader } from '../../ui/page-header';
import { WaitButton } from '../../ui/wait-button';
import { BatchCard } from './batch-card';
import { ImportCard } from './import-card';
import { MappingCard } from './mapping-card';
import { ReconcileStore } from './reconcile-store';
import { reconcileTexts } from './reconcile-texts';

/** The bank statement beside the payments that wait: what is sure first, people decide the rest. */
@Component({
  selector: 'cal-reconcile-page',
  imports: [
    BatchCard,
    EmptyState,
    Faces,
    FailureNote,
    ImportCard,
    MappingCard,
    MatButton,
    Money,
    PageHeader,
    RouterLink,
    WaitButton,
    ...dataTable,
  ],
  providers: [ReconcileStore],
  templateUrl: './reconcile-page.html',
})
export class ReconcilePage {
  protected readonly store = inject(ReconcileStore);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(reconcileTexts);
  protected readonly words = useTexts(coreTexts);
  protected readonly icon = mdiBankTransferIn;
  protected readonly categories = matchCategories;
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  protected readonly mayValidate = computed(() => this.session.may('billing.payments-validate'));

  protected linesOf(category: MatchCategory): StatementLineView[] {
    return this.store.lines().filter((line) => line.category === category);
  }

  protected reasonsOf({ reasons }: StatementLineView): string {
    return reasons.map((reason) => this.t().reasons[reason]).join(', ');
  }

  protected async validate(): Promise<void> {
    const words = this.t().confirm;
    const title = words.title(this.store.chosen().size);
    if (await this.confirm.ask({ ...words, title })) {
      await this.run(() => this.store.validate());
    }
  }

  protected ignore(line: StatementLineView): Promise<void> {
    return this.run(async () => {
      await this.store.ignore(line);
      this.toasts.show(this.t().ignored);
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await work();
    } catch (error) {
      this.failure.set(failureOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
