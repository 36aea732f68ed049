import { describe, expect, it } from 'vitest';
import { afterDeathBefore, delayAfter, judge, maxSendAttempts, outOfTime, type Attempt } from './delivery';

const now = new Date('2026-11-20T09:00:00Z');
const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  channel: 'email',
  lane: 'reminder',
  number: 1,
  doubted: false,
  recognisesRepeat: false,
  now,
  expiresAt: new Date('2026-11-27T09:00:00Z'),
  ...changes,
});
const lost = { kind: 'unknown', reason: 'broke' } as const;
const later = { kind: 'retryable', reason: '451' } as const;

describe('the verdict on an attempt', () => {
  it('closes what was accepted or refused', () => {
    const accepted = { kind: 'accepted', providerId: 'p' } as const;
    expect(judge(accepted, attempt())).toEqual({ state: 'sent', providerId: 'p' });
    expect(judge({ kind: 'permanent', reason: '550' }, attempt())).toEqual({
      state: 'failed',
      reason: '550',
    });
  });

  it('waits for the receipt where there is one', () => {
    const accepted = { kind: 'accepted', providerId: 'p' } as const;
    expect(judge(accepted, attempt({ channel: 'whatsapp' })).state).toBe('accepted');
  });

  it('tries again later, and believes the eighth "later" to mean never', () => {
    expect(judge(later, attempt())).toMatchObject({ state: 'queued', reason: '451' });
    expect(judge(later, attempt({ number: maxSendAttempts }))).toEqual({ state: 'failed', reason: '451' });
  });

  it('comes back when the provider said, never before', () => {
    const verdict = judge({ ...later, afterSeconds: 90 }, attempt());
    expect(verdict.nextAttemptAt).toEqual(new Date(now.getTime() + 90_000));
  });

  it('does not wait for a moment at which nobody needs it any more', () => {
    const soon = new Date(now.getTime() + 60_000);
    expect(judge({ ...later, afterSeconds: 90 }, attempt({ expiresAt: soon }))).toEqual({
      state: 'expired',
      reason: '451',
    });
  });

  it.each([
    ['telegram', 'critical', false, 'unknown'],
    ['discord', 'reminder', false, 'queued'],
    ['push', 'reminder', false, 'queued'],
    ['whatsapp', 'reminder', false, 'queued'],
    ['email', 'reminder', false, 'unknown'],
    ['email', 'bulk', false, 'unknown'],
    ['email', 'critical', false, 'queued'],
    ['email', 'transactional', false, 'queued'],
    ['email', 'critical', true, 'unknown'],
  ] as const)('lost from sight by %s (%s, doubted before: %s) is %s', (channel, lane, doubted, state) => {
    expect(judge(lost, attempt({ channel, lane, doubted }))).toMatchObject({ state, doubt: true });
  });

  it('does not say of a message that may have arrived that it did not', () => {
    const last = { channel: 'whatsapp', number: maxSendAttempts } as const;
    expect(judge(lost, attempt(last))).toEqual({ state: 'unknown', reason: 'broke', doubt: true });
    expect(judge(later, attempt({ ...last, doubted: true })).state).toBe('unknown');
    expect(afterDeathBefore(attempt({ ...last, doubted: true })).state).toBe('unknown');
    const soon = { channel: 'whatsapp', expiresAt: new Date(now.getTime() + 1_000) } as const;
    expect(judge(lost, attempt(soon)).state).toBe('unknown');
    expect(judge(later, attempt({ ...soon, doubted: true })).state).toBe('unknown');
    const late = { state: 'expired', reason: 'too-late' } as const;
    expect(outOfTime(late, attempt({ doubted: true }))).toEqual({ state: 'unknown', reason: 'too-late' });
    expect(outOfTime(late, attempt())).toEqual(late);
  });

  it('repeats to a provider that recognises a repeat', () => {
    expect(judge(lost, attempt({ recognisesRepeat: true })).state).toBe('queued');
  });

  it('goes again soon when its sender died before anything left, but not for ever', () => {
    const soon = new Date(now.getTime() + 2_000);
    for (const number of [1, 5, maxSendAttempts - 1])
      expect(afterDeathBefore(attempt({ number }))).toEqual({
        ...{ state: 'queued', reason: 'sender-died', nextAttemptAt: soon },
      });
    expect(afterDeathBefore(attempt({ number: maxSendAttempts })).state).toBe('failed');
  });

  it('waits three times as long each time, a quarter of an hour at most, never all at once', () => {
    expect([1, 2, 3, 4, 20].map((number) => delayAfter(number, 0))).toEqual([2, 6, 18, 54, 900]);
    expect(delayAfter(2, 1)).toBeCloseTo(4.8);
  });
});
