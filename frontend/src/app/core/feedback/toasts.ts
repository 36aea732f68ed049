import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Service, signal } from '@angular/core';

export interface Toast {
  id: number;
  text: string;
  tone: 'neutral' | 'success' | 'error';
  action?: { label: string; run: () => void };
  /** Until somebody puts it away. */
  stays?: boolean;
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

  show(text: string, options: Partial<Pick<Toast, 'tone' | 'action' | 'stays'>> = {}): void {
    const toast: Toast = { ...options, id: this.next++, text, tone: options.tone ?? 'neutral' };
    this.list.update((list) => [...list.slice(-2), toast]);
    void this.announcer.announce(text, 'polite');
    if (toast.stays) {
      return;
    }
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
