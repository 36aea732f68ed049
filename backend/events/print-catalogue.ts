import { eventCatalogue, eventNames } from './catalogue';

/** The catalogue as a page for people; a spec keeps the file equal to it. */
export function printCatalogue(): string {
  const sections = [...eventNames].sort().map((name) => {
    const entry = eventCatalogue[name];
    const fields = Object.entries<string>(entry.fields).map(
      ([field, meaning]) => `| \`${field}\` | ${meaning} |`,
    );
    return [
      `## ${name}`,
      '',
      `${entry.summary}${entry.audience === 'informational' ? ' Nobody listens yet.' : ''}${
        entry.anchored ? ' Reminders count from its anchor.' : ''
      }`,
      '',
      '| field | meaning |',
      '|---|---|',
      ...fields,
    ].join('\n');
  });
  return `# Events\n\nPrinted from the catalogue in \`backend/events\`; do not edit by hand. A payload carries ids, integer cents and ISO\nstrings; it never carries a secret or a link.\n\n${sections.join('\n\n')}\n`;
}
