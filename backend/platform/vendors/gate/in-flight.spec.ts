import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SendOutcome } from '../outcome';
import { InFlight } from './in-flight';
import { pacesFor } from './paces';

const accepted: SendOutcome = { kind: 'accepted', providerId: '1' };

describe('what is on its way to one vendor at the same time', () => {
  let inFlight: InFlight;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    inFlight = new InFlight(pacesFor(undefined));
  });
  afterEach(() => vi.useRealTimers());

  const answer = async (outcome: SendOutcome, afterMs: number, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      const sending = inFlight.watch('telegram', async () => {
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        return outcome;
      });
      await vi.advanceTimersByTimeAsync(afterMs);
      await sending;
    }
  };
  /** How many of so many that want to go are let in. */
  const entering = async (count: number) => {
    const inside: (() => void)[] = [];
    for (let n = 0; n < count; n += 1) void inFlight.enter('telegram').then((leave) => inside.push(leave));
    await vi.advanceTimersByTimeAsync(0);
    return inside;
  };

  it('goes one by one until the vendor is known', async () => {
    const inside = await entering(5);
    expect(inside).toHaveLength(1);
    inside[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(inside).toHaveLength(2);
  });

  it('is as many as the pace needs, and no more', async () => {
    await answer(accepted, 20, 10);
    expect(inFlight.limitOf('telegram')).toBe(1);
    // 25 a second, each 100 ms on its way.
    await answer(accepted, 100, 9);
    expect(inFlight.limitOf('telegram')).toBe(3);
    expect(await entering(10)).toHaveLength(3);
    await answer(accepted, 5_000, 9);
    expect(inFlight.limitOf('telegram')).toBe(20);
    expect(inFlight.limitOf('push')).toBe(1);
  });

  it('is not fooled by one that hung', async () => {
    await answer(accepted, 30, 10);
    await answer({ kind: 'unknown', reason: 'timeout' }, 15_000, 3);
    expect(inFlight.limitOf('telegram')).toBe(1);
  });

  it('goes one by one again after the vendor asked for less', async () => {
    await answer(accepted, 200, 12);
    expect(inFlight.limitOf('telegram')).toBe(5);
    await answer({ kind: 'retryable', reason: '429', afterSeconds: 3 }, 200);
    expect(inFlight.limitOf('telegram')).toBe(1);
    await answer({ kind: 'retryable', reason: '502' }, 200);
    await answer(accepted, 200, 9);
    expect(inFlight.limitOf('telegram')).toBe(1);
    await answer(accepted, 200);
    expect(inFlight.limitOf('telegram')).toBe(5);
  });

  it('does not wait for one that hangs longer than a second', async () => {
    const inside = await entering(3);
    await vi.advanceTimersByTimeAsync(999);
    expect(inside).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(inside).toHaveLength(2);
    // Its answer frees no second place.
    inside[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(inside).toHaveLength(2);
  });
});
