import { describe, expect, it } from 'vitest';
import { cutHtml, cutText } from './cut-text';

describe('a text cut to fit', () => {
  it('stays whole when it fits', () => {
    expect(cutText('Bonjour', 7)).toBe('Bonjour');
    expect(cutHtml('<b>Bonjour</b> &amp;', 9)).toBe('<b>Bonjour</b> &amp;');
  });

  it('ends at a word', () => {
    expect(cutText('Bonjour à toutes et tous', 20)).toBe('Bonjour à toutes et…');
    expect(cutText('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  it('never splits a character', () => {
    expect(cutText('🎓'.repeat(10), 6)).toBe('🎓🎓…');
  });

  it('closes its tags, keeps entities whole and does not count either', () => {
    expect(cutHtml('<b>un <i>deux trois</i></b>', 9)).toBe('<b>un <i>deux…</i></b>');
    expect(cutHtml('a&lt;b&lt;c&lt;d', 4)).toBe('a&lt;b…');
    expect(cutHtml('<a href="https://x.example/?a=1&amp;b=2">lien</a> et la suite', 8)).toBe(
      '<a href="https://x.example/?a=1&amp;b=2">lien</a> et…',
    );
  });
});
