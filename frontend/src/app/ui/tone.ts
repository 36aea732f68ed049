/** Six voices. A colour never speaks alone: an icon and a word come with it. */
export const tones = ['neutral', 'gold', 'info', 'success', 'warning', 'error'] as const;
export type Tone = (typeof tones)[number];
