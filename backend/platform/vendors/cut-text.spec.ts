import { describe, expect, it } from 'vitest';
import { cutHtml, cutText } from './cut-text';

describe('a text cut to fit', () => {
  it('stays whole when it fits', () => {
    expect(cutText('Bonjour', 7)).toBe('Bonjour');
    expect(cutHtml('<b>Bonjour</b> &amp;', 20)).toBe('<b>Bonjour</b> &amp;');
  });

  it('ends at a word', () => {
    expect(cutText('Bonjour à toutes et tous', 20)).toBe('Bonjour à toutes et…');
    expect(cutText('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  it('never splits a character', () => {
    expect(cutText('🎓'.repeat(10), 6)).toBe('🎓🎓…');
  });

  it('closes its tags, keeps entities whole and stays within its limit, tags included', () => {
    const long = '<b>un <i>deux trois quatre</i></b>';
    expect(cutHtml(long, 28)).toBe('<b>un <i>deux trois…</i></b>');
    expect(cutHtml('a&lt;b&lt;c&lt;d', 8)).toBe('a&lt;b…');
    for (let limit = 20; limit < long.length; limit += 1) {
      const cut = cutHtml(long, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.match(/<\w/g)?.length ?? 0).toBe(cut.match(/<\//g)?.length ?? 0);
    }
  });
});
