import { describe, expect, it } from 'vitest';
import { KeyRing } from './key-ring';
import { seal, unseal } from './sealed-text';

const oldKey = `k1:${'a'.repeat(43)}`;
const newKey = `k2:${'b'.repeat(43)}`;

describe('a sealed text', () => {
  const keys = KeyRing.parse(oldKey);

  it('opens for its owner alone, and never reads the same twice', () => {
    const sealed = seal(keys, 'awa', 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(unseal(keys, 'awa', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(seal(keys, 'awa', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
    expect(() => unseal(keys, 'jean', sealed)).toThrow();
  });

  it('opens after the keys were replaced, as long as the old one is read', () => {
    const sealed = seal(keys, 'awa', 'é œ 🎓');
    expect(unseal(KeyRing.parse(`${newKey},${oldKey}`), 'awa', sealed)).toBe('é œ 🎓');
    expect(() => unseal(KeyRing.parse(newKey), 'awa', sealed)).toThrow('gone');
  });

  it('does not open with a bit changed', () => {
    const sealed = seal(keys, 'awa', 'secret');
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => unseal(keys, 'awa', flipped)).toThrow();
  });
});
