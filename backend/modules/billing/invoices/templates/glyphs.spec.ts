import { describe, expect, it } from 'vitest';
import { assertDrawable, undrawn } from './glyphs';

describe('the letters an invoice can print', () => {
  it('are those of Europe and Vietnam, accents put together or apart', () => {
    for (const name of [
      'Œuvre d’été « 49 € »',
      'Łukasz Ðorđević',
      'Κωνσταντίνου',
      'Ђорђевић',
      'Đặng',
      'e\u0301te\u0301',
    ])
      expect([name, undrawn(name)]).toEqual([name, []]);
  });

  it('are not every letter there is', () => {
    expect(undrawn('李 & 李 Corp')).toEqual(['李']);
    expect(undrawn('Café ☕')).toEqual(['☕']);
    expect(undrawn('a\u0007b')).toEqual(['\u0007']);
  });

  it('name the fields that hold another one', () => {
    const fields = { name: 'Jean 🎉', address_lines: ['1 rue', '王'], city: 'Lyon', purchase_order: null };
    expect(() => assertDrawable(fields)).toThrow(
      expect.objectContaining({
        code: 'billing.glyph-missing',
        kind: 'invalid',
        params: { characters: '🎉 王' },
        errors: [
          { field: 'name', code: 'invalid' },
          { field: 'address_lines', code: 'invalid' },
        ],
      }) as Error,
    );
    expect(() => assertDrawable({ name: 'Jean', city: undefined })).not.toThrow();
  });
});
