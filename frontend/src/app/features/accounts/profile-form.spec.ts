import type { ProfileView } from '@calmness/contracts';
import { formOf, patchOf } from './profile-form';

const profile: ProfileView = {
  first_name: 'Zoé',
  last_name: 'Œuvrard',
  email: 'zoe@example.fr',
  phone: null,
  telegram_username: '@zoe_o',
  discord_username: null,
  whatsapp_number: null,
  country: 'FR',
  city: null,
  bio: null,
  trading_experience: null,
  risk_tolerance: null,
  preferred_assets: ['crypto'],
  gender: null,
  age_range: null,
  timezone: 'Europe/Paris',
  locale: 'fr',
  is_verified: true,
  has_complete_profile: true,
  can_make_payment: true,
  avatar_url: null,
  completion: { percent: 45, next_step: 'phone' },
  version: 4,
};

describe('the profile form', () => {
  it('sends back what it was given, with its version', () => {
    const patch = patchOf(formOf(profile), profile.version);
    expect(patch).toMatchObject({
      telegram_username: '@zoe_o',
      phone: null,
      preferred_assets: ['crypto'],
      version: 4,
    });
  });

  it('never sends what the server owns', () => {
    const patch = patchOf(formOf(profile), 4);
    expect(Object.keys(patch)).not.toContain('email');
    expect(Object.keys(patch)).not.toContain('can_make_payment');
  });

  it('clears a field with null, spaces being nothing', () => {
    expect(patchOf({ ...formOf(profile), country: '  ' }, 4).country).toBeNull();
  });
});
