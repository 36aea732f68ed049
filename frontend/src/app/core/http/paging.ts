import { HttpClient, HttpResourceRef } from '@angular/common/http';
import { inject, signal } from '@angular/core';
import type { Page } from '@calmness/contracts';
import { firstValueFrom } from 'rxjs';

/** Reads on where a list stopped, and puts what comes behind what is there. Call it in a store's field. */
export function pagingOf<T extends Page>(
  list: HttpResourceRef<T | undefined>,
  urlOf: () => string,
  join: (seen: T, next: T) => T,
): { loading: () => boolean; hasMore: () => boolean; more: () => Promise<void> } {
  const http = inject(HttpClient);
  const loading = signal(false);
  const cursor = (): string | null => (list.hasValue() ? list.value().next_cursor : null);
  return {
    loading: loading.asReadonly(),
    hasMore: () => cursor() !== null,
    more: async () => {
      const from = cursor();
      if (from === null || loading()) {
        return;
      }
      loading.set(true);
      try {
        const next = await firstValueFrom(http.get<T>(urlOf(), { params: { cursor: from } }));
        list.update((seen) => (seen ? join(seen, next) : next));
      } finally {
        loading.set(false);
      }
    },
  };
}
