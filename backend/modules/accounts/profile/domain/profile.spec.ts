import { describe, expect, it } from 'vitest';
import { DomainError } from '@calmness/platform/errors';
import { normaliseProfile } from './profile';

describe('changes of a profile', () => {
  it('keep what was not mentioned out, and null as the wish to clear', () => {
    expect(normaliseProfile({ city: null, bio: undefined, telegramUsername: 'jeandupont' })).toEqual({
      city: null,
      telegramUsername: '@jeandupont',
    });
  });

  it('name an asset once', () => {
    expect(normaliseProfile({ preferredAssets: ['forex', 'forex', 'crypto'] })).toEqual({
      preferredAssets: ['forex', 'crypto'],
    });
  });

  it('tell every refused name by its field on the wire', () => {
    const refused = (): unknown =>
      normaliseProfile({ telegramUsername: 'no', discordUsername: 'jeandupont#1234' });
    expect(refused).toThrow(DomainError);
    try {
      refused();
    } catch (error) {
      expect((error as DomainError).errors).toEqual([
        { field: 'telegram_username', code: 'pattern' },
        { field: 'discord_username', code: 'retired_format' },
      ]);
    }
  });
});
