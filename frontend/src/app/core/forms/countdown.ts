import { computed, signal } from '@angular/core';

/** Seconds that pass in front of the reader, as `m:ss`. */
export class Countdown {
  private readonly left = signal(0);
  private ticking: ReturnType<typeof setInterval> | undefined;
  readonly running = computed(() => this.left() > 0);
  readonly text = computed(
    () => `${String(Math.floor(this.left() / 60))}:${String(this.left() % 60).padStart(2, '0')}`,
  );

  start(seconds: number): void {
    this.stop();
    this.left.set(Math.ceil(seconds));
    this.ticking = setInterval(() => {
      this.left.update((left) => left - 1);
      if (this.left() <= 0) {
        this.stop();
      }
    }, 1_000);
  }

  stop(): void {
    clearInterval(this.ticking);
    this.left.set(0);
  }
}
