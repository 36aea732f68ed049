import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import type { ChartDrawing, ChartSeries } from './figure-chart';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

const fills: Record<ChartSeries['tone'], string> = {
  success: '--mat-sys-success-fill',
  error: '--mat-sys-error-fill',
  info: '--mat-sys-info-fill',
  warning: '--mat-sys-warning-fill',
  gold: '--mat-sys-gold-outline',
  neutral: '--mat-sys-outline',
};

/** A token is a text until something wears it: the colour it is in the theme of the moment. */
function colourOf(canvas: HTMLCanvasElement, token: string): string {
  const probe = canvas.ownerDocument.createElement('span');
  probe.style.color = `var(${token})`;
  canvas.after(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Stacked bars, still: nothing moves that the reader did not move. */
export function drawBars(
  canvas: HTMLCanvasElement,
  asked: { labels: readonly string[]; series: readonly ChartSeries[]; lying: boolean },
): ChartDrawing {
  const ink = colourOf(canvas, '--mat-sys-on-surface-variant');
  const line = colourOf(canvas, '--mat-sys-outline-variant');
  const ticks = { color: ink, precision: 0 };
  const scale = { stacked: true, ticks, grid: { color: line }, border: { color: line } };
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...asked.labels],
      datasets: asked.series.map(({ name, tone, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: colourOf(canvas, fills[tone]),
        maxBarThickness: 36,
      })),
    },
    options: {
      indexAxis: asked.lying ? 'y' : 'x',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: { x: scale, y: scale },
      plugins: { legend: { position: 'bottom', labels: { color: ink, boxWidth: 14 } } },
    },
  });
}
