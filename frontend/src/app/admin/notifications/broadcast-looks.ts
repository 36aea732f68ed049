import { mdiCheckCircleOutline, mdiFileEditOutline, mdiProgressClock, mdiStopCircleOutline } from '@mdi/js';
import type { BroadcastState } from '@calmness/contracts';
import type { Tone } from '../../ui/tone';

export const broadcastLooks: Record<BroadcastState, { icon: string; tone: Tone }> = {
  draft: { icon: mdiFileEditOutline, tone: 'neutral' },
  sending: { icon: mdiProgressClock, tone: 'info' },
  sent: { icon: mdiCheckCircleOutline, tone: 'success' },
  stopped: { icon: mdiStopCircleOutline, tone: 'error' },
};
