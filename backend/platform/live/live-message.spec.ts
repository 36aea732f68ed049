import { describe, expect, it } from 'vitest';
import { newId } from '@calmness/platform/ids';
import { decodeMessage, encodeMessage } from './live-message';

describe('a push on its way', () => {
  const memberId = newId();

  it.each([newId(), null])('arrives as it left, about %s', (id) => {
    const message = { memberId, push: { kind: 'notification' as const, id } };
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });

  it.each(['', 'null', '[]', '{}', 'nonsense', '{"m":"x","k":"notification","i":null}'])(
    'is not %s',
    (text) => {
      expect(decodeMessage(text)).toBeUndefined();
    },
  );

  it('of a kind this version does not know is left to those who do', () => {
    expect(decodeMessage(JSON.stringify({ m: memberId, k: 'telepathy', i: null }))).toBeUndefined();
  });

  it('is small enough for any carrier', () => {
    const text = encodeMessage({ memberId, push: { kind: 'notification', id: newId() } });
    expect(text.length).toBeLessThan(200);
  });
});
