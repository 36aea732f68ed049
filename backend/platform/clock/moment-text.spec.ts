import { describe, expect, it } from 'vitest';
import { momentIn } from './moment-text';

describe('a moment in a message', () => {
  const evening = new Date('2026-11-21T18:00:00Z');

  it('is told in the hours of its reader, and says whose they are', () => {
    expect(momentIn(evening, 'Europe/Paris', 'fr')).toBe(
      'samedi 21 novembre 2026 à 19:00, heure d’Europe centrale',
    );
    expect(momentIn(evening, 'America/Montreal', 'en')).toBe(
      'Saturday, 21 November 2026 at 13:00, Eastern Time',
    );
  });

  it('is on another day where it is tomorrow already', () => {
    expect(momentIn(evening, 'Pacific/Auckland', 'fr')).toContain('dimanche 22 novembre 2026 à 07:00');
  });
});
