import { broadcastChannels } from '@calmness/contracts';
import type {
  AudienceKind,
  BroadcastCategory,
  BroadcastChannel,
  BroadcastView,
  BroadcastWrite,
} from '@calmness/contracts';

export interface BroadcastForm {
  category: BroadcastCategory;
  audience: { kind: AudienceKind; plan_id: string; label_id: string };
  /** One tick for each channel; those the category never takes are left out when it is saved. */
  ticks: Record<BroadcastChannel, boolean>;
  title: { fr: string; en: string };
  body: { fr: string; en: string };
}

export const blankBroadcast: BroadcastForm = {
  category: 'news',
  audience: { kind: 'everybody', plan_id: '', label_id: '' },
  ticks: { in_app: true, email: true, whatsapp: false, telegram: false, push: false },
  title: { fr: '', en: '' },
  body: { fr: '', en: '' },
};

export function broadcastFormOf({ category, audience, channels, title, body }: BroadcastView): BroadcastForm {
  const ticked = (channel: BroadcastChannel) => channels.includes(channel);
  return {
    ...{ category, title: { ...title }, body: { ...body } },
    audience: { kind: audience.kind, plan_id: audience.plan_id ?? '', label_id: audience.label_id ?? '' },
    ticks: {
      in_app: ticked('in_app'),
      email: ticked('email'),
      whatsapp: ticked('whatsapp'),
      telegram: ticked('telegram'),
      push: ticked('push'),
    },
  };
}

export function broadcastWriteOf({ category, audience, ticks, title, body }: BroadcastForm): BroadcastWrite {
  const { kind, plan_id, label_id } = audience;
  return {
    category,
    audience: {
      kind,
      plan_id: kind === 'plan' ? plan_id || null : null,
      label_id: kind === 'label' ? label_id || null : null,
    },
    channels: broadcastChannels[category].filter((channel) => ticks[channel]),
    title: { fr: title.fr.trim(), en: title.en.trim() },
    body: { fr: body.fr.trim(), en: body.en.trim() },
  };
}
