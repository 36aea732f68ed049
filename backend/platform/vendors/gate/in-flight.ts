import type { SendOutcome, VendorName } from '../outcome';
import type { VendorPace } from './paces';

/** More than this many messages on their way to one vendor are of no use to any pace. */
const mostAtOnce = 20;
/** Answers whose middle one is how long the vendor takes: one that hangs says nothing of the others. */
const remembered = 9;
/** Answers in a row that make a vendor trusted again after it asked for less. */
const trustedAfter = 10;
/** A message that is on its way for longer holds nobody's place any more. */
const patienceMs = 1_000;

interface Passage {
  under: number;
  waiting: (() => void)[];
  /** Milliseconds of the newest answers. */
  took: number[];
  /** Messages taken since the vendor last asked for less. */
  trusted: number;
}

/**
 * How many messages of this process are on their way to one vendor at the same time: as few as its pace needs
 * (Little's law: pace × how long an answer takes), so that few have left already when it says "later"; one by one until
 * it is known, and again after it said so.
 */
export class InFlight {
  private readonly passages = new Map<VendorName, Passage>();

  constructor(private readonly paces: Record<VendorName, VendorPace>) {}

  /** Waits for a place; call what it answers to leave it, once the gate knows what the vendor said. */
  async enter(vendor: VendorName): Promise<() => void> {
    const passage = this.passageOf(vendor);
    if (passage.under < this.limitOf(vendor)) passage.under += 1;
    // Whoever admits counts the one that enters.
    else await new Promise<void>((resolve) => passage.waiting.push(resolve));
    let inside = true;
    const leave = () => {
      clearTimeout(patience);
      if (!inside) return;
      inside = false;
      passage.under -= 1;
      this.admit(vendor, passage);
    };
    const patience = setTimeout(leave, patienceMs);
    return leave;
  }

  /** Hands over, and learns from the answer how many the pace needs. */
  async watch(vendor: VendorName, send: () => Promise<SendOutcome>): Promise<SendOutcome> {
    const since = performance.now();
    const outcome = await send();
    const passage = this.passageOf(vendor);
    passage.took = [...passage.took, performance.now() - since].slice(-remembered);
    if (outcome.kind === 'retryable' && outcome.afterSeconds !== undefined) passage.trusted = 0;
    else if (outcome.kind === 'accepted') passage.trusted += 1;
    return outcome;
  }

  /** How many may be on their way now. */
  limitOf(vendor: VendorName): number {
    const { took, trusted } = this.passageOf(vendor);
    if (trusted < trustedAfter) return 1;
    const middle = took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)] ?? 0;
    const needed = Math.ceil((this.paces[vendor].overall.perSecond * middle) / 1_000);
    return Math.min(Math.max(needed, 1), mostAtOnce);
  }

  private passageOf(vendor: VendorName): Passage {
    const known = this.passages.get(vendor);
    if (known) return known;
    const passage: Passage = { under: 0, waiting: [], took: [], trusted: 0 };
    this.passages.set(vendor, passage);
    return passage;
  }

  private admit(vendor: VendorName, passage: Passage): void {
    while (passage.under < this.limitOf(vendor)) {
      const next = passage.waiting.shift();
      if (!next) return;
      passage.under += 1;
      next();
    }
  }
}
