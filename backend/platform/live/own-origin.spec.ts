import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin';

describe('the origin of a live connection', () => {
  it.each([
    [{}, true],
    [{ origin: 'https://calmness.example' }, true],
    [{ origin: 'http://localhost:4200', host: 'localhost:4200' }, true],
    [{ origin: 'https://elsewhere.example', host: 'calmness.example' }, false],
    [{ origin: 'https://calmness.example.evil.example', host: 'calmness.example' }, false],
    [{ origin: 'null', host: 'calmness.example' }, false],
  ])('%o is ours: %s', (headers, ours) => {
    expect(isOwnOrigin(headers, 'https://calmness.example')).toBe(ours);
  });
});
