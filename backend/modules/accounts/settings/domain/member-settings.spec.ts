import { describe, expect, it } from 'vitest';
import { memberFeatures, presetNames, presets } from '@calmness/contracts';
import { changed, untouchedSettings } from './member-settings';

describe('the settings of a member', () => {
  it('change only where the change says something', () => {
    const next = changed(untouchedSettings, {
      theme: 'dark',
      density: undefined,
      features: { 'unread-badge': false },
    });
    expect(next).toEqual({ ...untouchedSettings, theme: 'dark', features: { 'unread-badge': false } });
  });

  it.each(presetNames)('take everything preset %s says, and nothing else', (preset) => {
    const before = changed(untouchedSettings, { theme: 'light', shareWithMentors: true });
    expect(changed(before, { preset })).toEqual({ ...before, ...presets[preset], preset });
  });

  it('keep the preset while its switches hold, and drop it with the first that moves', () => {
    const calm = changed(untouchedSettings, { preset: 'calm' });
    expect(changed(calm, { theme: 'dark', analyticsOptOut: true }).preset).toBe('calm');
    for (const feature of memberFeatures)
      expect(changed(calm, { features: { [feature]: !presets.calm.features[feature] } }).preset).toBeNull();
    expect(changed(calm, { density: 'compact' }).preset).toBeNull();
    expect(changed(calm, { preset: 'active', features: { 'unread-badge': false } }).preset).toBeNull();
  });

  it('say for every preset what every feature becomes', () => {
    for (const preset of presetNames)
      expect(Object.keys(presets[preset].features).sort()).toEqual([...memberFeatures].sort());
  });
});
