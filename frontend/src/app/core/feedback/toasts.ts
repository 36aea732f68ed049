import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Service, signal } from '@angular/core';

export interface Toast {
  id: number;
  text: string;
  tone: 'neutral' | 'success' | 'error';
  action?: { label: string; run: () => void };
}

const shownFor = 6_000;
const shownWithAction = 10_000;

/** Short words at the foot of the page. They are said politely and leave by themselves. */
@Service()
export class Toasts {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly list = signal<readonly Toast[]>([]);
  private next = 1;
  readonly shown = this.list.asReadonly();

  show(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
    const toast: Toast = { id: this.next++, text, tone: options.tone ?? 'neutral', action: options.action };
    this.list.update((list) => [...list.slice(-2), toast]);
    void this.announcer.announce(text, 'polite');
    setTimeout(
      () => {
        this.dismiss(toast.id);
      },
      toast.action ? shownWithAction : shownFor,
    );
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((toast) => toast.id !== id));
  }
}
