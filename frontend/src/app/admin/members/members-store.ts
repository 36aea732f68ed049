import { HttpClient, HttpParams, httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import type {
  BulkRequest,
  BulkResult,
  LabelList,
  MemberFilter,
  MemberList,
  MemberSort,
  SavedFilterList,
  SavedFilterView,
} from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';
import { pagingOf } from '../../core/http/paging';
import { valueOf } from '../../core/http/resource-values';

const url = '/api/admin/members';
const filtersUrl = '/api/admin/member-filters';

/** The list of members as it is narrowed and sorted, who is chosen in it, and the filters kept for oneself. */
@Service({ autoProvided: false })
export class MembersStore {
  private readonly http = inject(HttpClient);
  readonly filter = signal<MemberFilter>({});
  readonly sort = signal<MemberSort>('newest');

  private readonly query = computed(() => {
    const given = Object.entries(this.filter()).filter(([, value]) => value !== undefined && value !== '');
    return new HttpParams({ fromObject: { ...Object.fromEntries(given), sort: this.sort() } }).toString();
  });
  private readonly listUrl = computed(() => `${url}?${this.query()}`);
  readonly list = httpResource<MemberList>(() => this.listUrl());
  private readonly page = valueOf(this.list);
  readonly members = computed(() => this.page()?.members ?? []);
  readonly total = computed(() => this.page()?.total ?? 0);
  readonly paging = pagingOf(
    this.list,
    () => this.listUrl(),
    (seen, next) => ({ ...next, members: [...seen.members, ...next.members] }),
  );

  private readonly labelList = httpResource<LabelList>(() => '/api/admin/labels');
  private readonly labelValue = valueOf(this.labelList);
  readonly labels = computed(() => this.labelValue()?.labels ?? []);

  private readonly savedList = httpResource<SavedFilterList>(() => filtersUrl);
  private readonly savedValue = valueOf(this.savedList);
  readonly saved = computed(() => this.savedValue()?.filters ?? []);

  /** Another list is another choice. */
  readonly chosen = linkedSignal<string, ReadonlySet<string>>({
    source: this.listUrl,
    computation: () => new Set(),
  });

  narrow(changes: MemberFilter): void {
    this.filter.update((filter) => ({ ...filter, ...changes }));
  }

  show({ filter, sort }: Pick<SavedFilterView, 'filter' | 'sort'>): void {
    this.filter.set(filter);
    this.sort.set(sort);
  }

  choose(memberId: string, on: boolean): void {
    this.chosen.update((before) => {
      const next = new Set(before);
      if (on) {
        next.add(memberId);
      } else {
        next.delete(memberId);
      }
      return next;
    });
  }

  chooseAll(on: boolean): void {
    this.chosen.set(on ? new Set(this.members().map(({ id }) => id)) : new Set());
  }

  async keep(name: string): Promise<void> {
    const body = { name, filter: this.filter(), sort: this.sort() };
    this.savedList.set(await firstValueFrom(this.http.post<SavedFilterList>(filtersUrl, body)));
  }

  async forget(filterId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${filtersUrl}/${filterId}`));
    this.savedList.reload();
  }

  async act(request: Omit<BulkRequest, 'member_ids'>): Promise<BulkResult> {
    const body: BulkRequest = { ...request, member_ids: [...this.chosen()] };
    const result = await firstValueFrom(this.http.post<BulkResult>(`${url}/bulk`, body));
    this.list.reload();
    this.labelList.reload();
    return result;
  }

  /** The filtered list as a file; asked for with the session, so a plain link would not do. */
  csv(): Promise<Blob> {
    return firstValueFrom(this.http.get(`${url}/export.csv?${this.query()}`, { responseType: 'blob' }));
  }
}
