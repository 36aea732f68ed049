import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type {
  BankMappingList,
  BankMappingView,
  BankMappingWrite,
  ReconciliationBatchView,
  StatementImportRequest,
  StatementImportResult,
  StatementLineList,
  StatementLineView,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { keepFresh } from '../../core/live/keep-fresh';
import { valueOf } from '../../core/http/resource-values';

const base = '/api/admin/payments/reconcile';

/** The statement's lines, what was chosen of them, and the batch that validates them. */
@Service({ autoProvided: false })
export class ReconcileStore {
  private readonly http = inject(HttpClient);
  readonly list = httpResource<StatementLineList>(() => `${base}/lines`);
  private readonly answer = valueOf(this.list);
  readonly lines = computed(() => this.answer()?.lines ?? []);
  readonly counts = computed(() => this.answer()?.counts);
  private readonly mappingList = httpResource<BankMappingList>(() => `${base}/mappings`);
  private readonly mappingAnswer = valueOf(this.mappingList);
  readonly mappings = computed(() => this.mappingAnswer()?.mappings ?? []);
  readonly chosen = signal<ReadonlySet<string>>(new Set());

  private readonly started = signal<string | undefined>(undefined);
  /** The batch of this page, or one that ran already when it was opened. */
  private readonly batchId = computed(() => this.started() ?? this.answer()?.running_batch_id ?? undefined);
  private readonly batchAnswer = httpResource<ReconciliationBatchView>(() => {
    const id = this.batchId();
    return id ? `${base}/batches/${id}` : undefined;
  });
  readonly batch = valueOf(this.batchAnswer);
  readonly running = computed(() => this.batch()?.finished === false);

  constructor() {
    keepFresh(2_000, this.running, () => this.look());
  }

  async import(request: StatementImportRequest): Promise<StatementImportResult> {
    const result = await firstValueFrom(this.http.post<StatementImportResult>(`${base}/imports`, request));
    this.list.reload();
    return result;
  }

  async saveMapping(write: BankMappingWrite, known: BankMappingView | undefined): Promise<void> {
    const { version, id } = known ?? {};
    await firstValueFrom(
      id
        ? this.http.put(`${base}/mappings/${id}`, { ...write, version })
        : this.http.post(`${base}/mappings`, write),
    );
    this.mappingList.reload();
  }

  async ignore({ id }: StatementLineView): Promise<void> {
    await firstValueFrom(this.http.post(`${base}/lines/${id}/ignore`, null));
    this.list.reload();
  }

  toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) {
      next.add(id);
    }
    this.chosen.set(next);
  }

  chooseSure(): void {
    this.chosen.set(new Set(this.lines().flatMap(({ id, category }) => (category === 'sure' ? [id] : []))));
  }

  async validate(): Promise<void> {
    const rows = this.lines().flatMap(({ id, payment }) =>
      payment && this.chosen().has(id) ? [{ line_id: id, payment_id: payment.id }] : [],
    );
    const batch = await firstValueFrom(this.http.post<ReconciliationBatchView>(`${base}/batches`, { rows }));
    this.chosen.set(new Set());
    this.started.set(batch.id);
  }

  private async look(): Promise<void> {
    const id = this.batchId();
    const url = `${base}/batches/${id ?? ''}`;
    const seen = await firstValueFrom(this.http.get<ReconciliationBatchView>(url)).catch(() => undefined);
    if (!seen) {
      return;
    }
    this.batchAnswer.set(seen);
    if (seen.finished) {
      this.started.set(seen.id);
      this.list.reload();
    }
  }
}
