import { describe, expect, it } from 'vitest';
import { delayBefore, judge, maxSendAttempts } from './delivery';

describe('the verdict on an attempt', () => {
  it('closes what was accepted, refused, or lost from sight', () => {
    expect(judge({ kind: 'accepted', providerId: 'p' }, 1)).toEqual({ state: 'sent', providerId: 'p' });
    expect(judge({ kind: 'permanent', reason: '550' }, 1)).toEqual({ state: 'failed', reason: '550' });
    expect(judge({ kind: 'unknown', reason: 'broke' }, 1)).toEqual({ state: 'unknown', reason: 'broke' });
  });

  it('tries again later, and believes the eighth "later" to mean never', () => {
    expect(judge({ kind: 'retryable', reason: '451' }, 1)).toMatchObject({
      state: 'queued',
      retryInSeconds: 30,
    });
    expect(judge({ kind: 'retryable', reason: '451' }, maxSendAttempts)).toEqual({
      state: 'failed',
      reason: '451',
    });
  });

  it('waits twice as long each time, one hour at most', () => {
    expect([2, 3, 4, 20].map(delayBefore)).toEqual([30, 60, 120, 3_600]);
  });
});
