import {
  afterNextRender,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  InjectionToken,
  Service,
  signal,
  untracked,
} from '@angular/core';
import type { LiveKind, LivePush } from '@calmness/contracts';
import { Session } from '../session/session';
import type { OpenWire, Wire } from './live-wire';

/** Tests put their own wire here. */
export const LIVE_WIRE = new InjectionToken<() => Promise<OpenWire>>('live wire', {
  factory: () => () => import('./live-wire').then((file) => file.openWire),
});

const againAfterMs = 1_000;
const fullHouseAfterMs = 60_000;

/**
 * The server's word that something of the member's changed. It is a hint to read again, so whoever
 * listens also reads when `isOn` comes back, and asks at intervals while it is off.
 */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly open = inject(LIVE_WIRE);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly painted = this.firstPaint();

  private readonly hears = signal(false);
  private readonly ears = new Map<(push: LivePush) => void, LiveKind>();
  private readonly memberId = computed(() => this.session.user()?.id ?? null);
  private wire: Wire | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** Counts the members who came and went while the library was on its way. */
  private turn = 0;

  /** True while nothing is missed. */
  readonly isOn = this.hears.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.hangUp();
    });
    effect(() => {
      const somebody = this.memberId() !== null;
      untracked(() => {
        this.hangUp();
        if (somebody) {
          void this.call();
        }
      });
    });
  }

  /** Calls `hear` for each push of a kind; answers how to stop. */
  listen(kind: LiveKind, hear: (push: LivePush) => void): () => void {
    this.ears.set(hear, kind);
    return () => {
      this.ears.delete(hear);
    };
  }

  private async call(): Promise<void> {
    const turn = this.turn;
    await this.painted;
    // A chunk that cannot be fetched leaves the interval, which needs nothing.
    const open = await this.open().catch(() => undefined);
    if (!open || turn !== this.turn) {
      return;
    }
    let shown: string | null = null;
    const token = (): string | null => (shown = this.session.accessToken);
    this.wire = open(
      {
        push: (push) => {
          this.tell(push);
        },
        state: (hears) => {
          this.hears.set(hears && turn === this.turn);
        },
        refused: (why) => {
          this.tryLater(why, () => shown);
        },
      },
      token,
    );
    this.wire.connect();
  }

  private tell(push: LivePush): void {
    for (const [hear, kind] of this.ears) {
      if (kind === push.kind) {
        hear(push);
      }
    }
  }

  /** With a fresh token; without one the session is over and so is this. */
  private tryLater(why: string, stale: () => string | null): void {
    clearTimeout(this.again);
    const turn = this.turn;
    const renew = async (): Promise<void> => {
      const token = why === 'too-many' ? this.session.accessToken : await this.session.renew(stale());
      if (token !== null && turn === this.turn) {
        this.wire?.connect();
      }
    };
    this.again = setTimeout(() => void renew(), why === 'too-many' ? fullHouseAfterMs : againAfterMs);
  }

  private hangUp(): void {
    this.turn += 1;
    clearTimeout(this.again);
    this.wire?.close();
    this.wire = undefined;
    this.hears.set(false);
  }

  /** The page comes first: resolves once it is drawn and the browser has nothing better to do. */
  private firstPaint(): Promise<void> {
    return new Promise((resolve) => {
      afterNextRender(() => {
        const view = this.view;
        if (view && 'requestIdleCallback' in view) {
          view.requestIdleCallback(() => resolve(), { timeout: 3_000 });
        } else {
          setTimeout(resolve, 500);
        }
      });
    });
  }
}
