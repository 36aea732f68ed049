import { Injectable } from '@nestjs/common';
import {
  notificationChannels,
  type ChannelFigures,
  type DayFigures,
  type DeliveryDashboard,
  type DeskAlert,
  type DeskPeriod,
  type OutcomeCounts,
  type OutgoingChannel,
  type TemplateFigures,
} from '@calmness/contracts';
import { addDays, Clock, startOfDay } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { IsoDate } from '@calmness/events';
import { Rings } from '../../delivery/persistence/rings';
import { Alerts, type Alert } from '../persistence/alerts';
import { noOutcomes, successRate } from '../domain/outcome';
import {
  DeliveryFigures,
  type DayCount,
  type StateCount,
  type TemplateCount,
} from '../persistence/delivery-figures';
import { ReadDeliveryLog } from './read-delivery-log';

const newestRows = 50;
const outgoing = notificationChannels.filter((channel): channel is OutgoingChannel => channel !== 'in_app');

/** How well the house speaks: today, or the last days with today. */
@Injectable()
export class ReadDashboard {
  constructor(
    private readonly figures: DeliveryFigures,
    private readonly log: ReadDeliveryLog,
    private readonly alerts: Alerts,
    private readonly rings: Rings,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(days: DeskPeriod): Promise<DeliveryDashboard> {
    const today = this.clock.today();
    const since = addDays(today, 1 - days);
    const [counts, delay, newest, alerts, fatigue] = await Promise.all([
      this.figures.since(since),
      this.figures.delaySince(since),
      this.log.page({}, newestRows),
      this.alerts.open(),
      this.rings.fatigueSince(startOfDay(since)),
    ]);
    const outcomes = sumOf(counts.byState);
    return {
      days,
      total: counts.byState.reduce((sum, { count }) => sum + count, 0),
      by_state: statesOf(counts.byState),
      outcomes,
      success_rate_percent: successRate(outcomes),
      by_channel: outgoing.map((channel) => channelFigures(channel, counts.byState)),
      by_template: templatesOf(counts.byTemplate),
      by_day: daysOf(since, days, counts.byDay),
      delay_ms: delay,
      alerts: alerts.map(presentAlert),
      fatigue: { limit: this.config.ringsPerDay, ...fatigue },
      newest: newest.slice(0, newestRows),
    };
  }
}

function presentAlert({ kind, about, since, figure }: Alert): DeskAlert {
  return { kind, about, since: since.toISOString(), figure };
}

function sumOf(counts: readonly Pick<StateCount, 'outcome' | 'count'>[]): OutcomeCounts {
  const sum = noOutcomes();
  for (const { outcome, count } of counts) sum[outcome] += count;
  return sum;
}

function statesOf(counts: readonly StateCount[]): DeliveryDashboard['by_state'] {
  const sums = new Map<StateCount['state'], number>();
  for (const { state, count } of counts) sums.set(state, (sums.get(state) ?? 0) + count);
  return [...sums].map(([state, count]) => ({ state, count })).toSorted((a, b) => b.count - a.count);
}

function channelFigures(channel: OutgoingChannel, counts: readonly StateCount[]): ChannelFigures {
  const outcomes = sumOf(counts.filter((one) => one.channel === channel));
  return { channel, ...outcomes, success_rate_percent: successRate(outcomes) };
}

/** The most frequent first. */
function templatesOf(counts: readonly TemplateCount[]): TemplateFigures[] {
  const figures = [...new Set(counts.map(({ template }) => template))].map((template) => ({
    template,
    ...sumOf(counts.filter((one) => one.template === template)),
  }));
  const weight = (one: OutcomeCounts) => one.arrived + one.missed + one.under_way + one.left_out;
  return figures.toSorted((a, b) => weight(b) - weight(a) || a.template.localeCompare(b.template));
}

function daysOf(since: IsoDate, days: number, counts: readonly DayCount[]): DayFigures[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(since, index);
    return { day, ...sumOf(counts.filter((one) => one.day === day)) };
  });
}
