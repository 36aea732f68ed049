import { DestroyRef, DOCUMENT, effect, inject } from '@angular/core';

/** Runs `refresh` every so often while `needed` says so and the tab is seen. Call it in a store's constructor. */
export function keepFresh(everyMs: number, needed: () => boolean, refresh: () => Promise<void>): void {
  const document = inject(DOCUMENT);
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = (): void => {
    clearInterval(timer);
    if (needed() && !document.hidden) {
      timer = setInterval(() => void refresh(), everyMs);
    }
  };
  const returned = (): void => {
    if (needed() && !document.hidden) {
      void refresh();
    }
    follow();
  };
  document.addEventListener('visibilitychange', returned);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', returned);
    clearInterval(timer);
  });
  effect(follow);
}
