import { Component, computed, inject, input } from '@angular/core';
import { deliveryLogDays, deliveryOutcomes } from '@calmness/contracts';
import type { DeliveryDashboard, DeliveryOutcome, IsoDateText, OutcomeCounts } from '@calmness/contracts';
import { useTexts } from '../../core/i18n/feature-texts';
import { Formats } from '../../core/i18n/formats';
import { deliveryTexts } from '../../features/notifications/delivery-texts';
import { FigureChart } from '../../ui/figure-chart';
import type { ChartRow, ChartSeries } from '../../ui/figure-chart';
import { byMonth } from './desk-months';
import { deskTexts } from './desk-texts';

const tones: Record<DeliveryOutcome, ChartSeries['tone']> = {
  arrived: 'success',
  missed: 'error',
  under_way: 'info',
  left_out: 'neutral',
};
/** Bars of the kinds of message; the table beside holds them all. */
const drawnTemplates = 8;

/** What arrived, by day, by channel and by kind of message. */
@Component({
  selector: 'cal-desk-charts',
  imports: [FigureChart],
  template: `
    <cal-figure-chart
      class="wide"
      [heading]="long() ? t().charts.months : t().charts.days"
      [summary]="summary()"
      [tableLabel]="t().charts.table"
      [columns]="columns(long() ? t().charts.month : t().charts.day)"
      [rows]="dayRows()"
      [labels]="dayLabels()"
      [series]="seriesOf(times())"
    />
    <cal-figure-chart
      [heading]="t().charts.channels"
      [summary]="channelSummary()"
      [tableLabel]="t().charts.table"
      [columns]="channelColumns()"
      [rows]="channelRows()"
      [labels]="channelLabels()"
      [series]="seriesOf(figures().by_channel)"
      [lying]="true"
    />
    <cal-figure-chart
      [heading]="t().charts.templates"
      [summary]="templateSummary()"
      [tableLabel]="t().charts.table"
      [columns]="columns(t().charts.template)"
      [rows]="templateRows()"
      [labels]="templateLabels()"
      [series]="seriesOf(drawn())"
      [lying]="true"
    />
    <cal-figure-chart
      [heading]="t().fatigue.title"
      [summary]="fatigueSummary()"
      [tableLabel]="t().charts.table"
      [columns]="[t().fatigue.messages, t().fatigue.days]"
      [rows]="fatigueRows()"
      [labels]="fatigueLabels()"
      [series]="fatigueSeries()"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
  `,
})
export class DeskCharts {
  readonly figures = input.required<DeliveryDashboard>();
  protected readonly t = useTexts(deskTexts);
  private readonly words = useTexts(deliveryTexts);
  private readonly formats = inject(Formats);

  protected readonly drawn = computed(() => this.figures().by_template.slice(0, drawnTemplates));
  /** A bar a day is a line too thin to see: long looks are by month. */
  protected readonly long = computed(() => this.figures().days > deliveryLogDays);
  protected readonly times = computed(() => {
    const { by_day: days } = this.figures();
    return this.long() ? byMonth(days) : days;
  });
  protected readonly dayLabels = computed(() => this.times().map(({ day }) => this.nameOf(day)));
  protected readonly channelLabels = computed(() =>
    this.figures().by_channel.map(({ channel }) => this.words().channels[channel]),
  );
  protected readonly templateLabels = computed(() =>
    this.drawn().map(({ template }) => this.words().name(template)),
  );
  protected readonly dayRows = computed(() => this.times().map((one) => this.row(this.nameOf(one.day), one)));
  protected readonly templateRows = computed(() =>
    this.figures().by_template.map((one) => this.row(this.words().name(one.template), one)),
  );
  protected readonly channelRows = computed(() =>
    this.figures().by_channel.map((one): ChartRow => {
      const { name, cells } = this.row(this.words().channels[one.channel], one);
      return { name, cells: [...cells, this.rate(one.success_rate_percent)] };
    }),
  );
  protected readonly channelColumns = computed(() => [
    ...this.columns(this.t().charts.channel),
    this.t().charts.rate,
  ]);
  protected readonly summary = computed(() => {
    const { total, success_rate_percent: rate } = this.figures();
    return this.t().charts.summary(total, rate === null ? null : this.rate(rate));
  });
  protected readonly channelSummary = computed(() => {
    const [most] = this.figures().by_channel.toSorted((a, b) => sumOf(b) - sumOf(a));
    return most ? this.best(this.words().channels[most.channel], most) : '';
  });
  protected readonly templateSummary = computed(() => {
    const [most] = this.figures().by_template;
    return most ? this.best(this.words().name(most.template), most) : '';
  });

  private readonly tired = computed(() => this.figures().fatigue);
  protected readonly fatigueSummary = computed(() => {
    const { members_over: over, limit, distribution } = this.tired();
    const t = this.t().fatigue;
    const said = distribution.length === 0 && over === 0 ? t.none : t.over(over, limit);
    return this.long() ? `${t.kept(deliveryLogDays)} ${said}` : said;
  });
  protected readonly fatigueLabels = computed(() =>
    this.tired().distribution.map(({ messages }) => this.formats.number(messages)),
  );
  protected readonly fatigueRows = computed(() =>
    this.tired().distribution.map(({ messages, member_days: days }): ChartRow => ({
      name: this.formats.number(messages),
      cells: [this.formats.number(days)],
    })),
  );
  protected readonly fatigueSeries = computed((): ChartSeries[] => [
    {
      name: this.t().fatigue.days,
      tone: 'gold',
      values: this.tired().distribution.map(({ member_days: days }) => days),
    },
  ]);

  protected columns(first: string): string[] {
    return [first, ...deliveryOutcomes.map((outcome) => this.words().outcomes[outcome])];
  }

  protected seriesOf(counts: readonly OutcomeCounts[]): ChartSeries[] {
    return deliveryOutcomes.map((outcome) => ({
      name: this.words().outcomes[outcome],
      tone: tones[outcome],
      values: counts.map((one) => one[outcome]),
    }));
  }

  private nameOf(day: IsoDateText): string {
    return this.long() ? this.formats.month(day) : this.formats.dayBrief(day);
  }

  private row(name: string, counts: OutcomeCounts): ChartRow {
    return { name, cells: deliveryOutcomes.map((outcome) => this.formats.number(counts[outcome])) };
  }

  private rate(percent: number | null): string {
    return percent === null ? this.t().figures.none : this.formats.percent(percent * 100);
  }

  private best(name: string, counts: OutcomeCounts): string {
    return this.t().charts.best(name, this.formats.number(sumOf(counts)));
  }
}

function sumOf(counts: OutcomeCounts): number {
  return deliveryOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
