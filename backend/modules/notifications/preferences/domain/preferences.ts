import {
  notificationCategories,
  notificationChannels,
  type NotificationCategory,
  type NotificationChannel,
  type ReminderChoice,
  type ReminderSwitch,
} from '@calmness/contracts';

/**
 * `mandatory`: security or the law asks for it. `on`: told unless the member says no. `off`: only when he asked for it.
 * Absent: never sent there.
 */
type Rule = 'mandatory' | 'on' | 'off';
export interface Cell {
  category: NotificationCategory;
  channel: NotificationChannel;
}
/** What a member chose, by `category.channel`; what is absent follows the rule. */
export type Choices = Readonly<Record<string, boolean>>;
/** Which single reminders a member wants; what is absent is told. */
export type ReminderChoices = Readonly<Partial<Record<ReminderSwitch, boolean>>>;

/** Where a phone rings. A message of a bot on Discord is a private one, which Discord asks not to send unasked. */
const phone = { whatsapp: 'on', telegram: 'on', discord: 'off', push: 'on' } as const;

/** Category by channel. A new channel is a column, a new kind of news a row. */
const matrix: Record<NotificationCategory, Partial<Record<NotificationChannel, Rule>>> = {
  security: { in_app: 'mandatory', email: 'mandatory' },
  billing: { in_app: 'mandatory', email: 'mandatory' },
  subscription: { in_app: 'mandatory', email: 'on', ...phone },
  formations: { in_app: 'mandatory', email: 'on', ...phone },
  coaching: { in_app: 'mandatory', email: 'on', ...phone },
  loans: { in_app: 'mandatory', email: 'on', ...phone },
  signals: { in_app: 'on', telegram: 'on', push: 'on' },
  support: { in_app: 'on', email: 'on', push: 'on' },
  staff: { in_app: 'on', email: 'on' },
  news: { in_app: 'on', email: 'on', telegram: 'on', push: 'on' },
  // Marketing waits for a yes (LCEN, article L34-5 of the Code des postes et des communications électroniques).
  offers: { in_app: 'off', email: 'off', whatsapp: 'off', telegram: 'off', push: 'off' },
};

const nameOf = ({ category, channel }: Cell): string => `${category}.${channel}`;

export function isMandatory({ category, channel }: Cell): boolean {
  return matrix[category][channel] === 'mandatory';
}

function isOnByDefault({ category, channel }: Cell): boolean {
  return matrix[category][channel] === 'on';
}

/** False for a cell nothing is ever sent through. */
export function exists({ category, channel }: Cell): boolean {
  return matrix[category][channel] !== undefined;
}

/** Whether a member is told, there. */
export function isWanted(cell: Cell, choices: Choices): boolean {
  return isMandatory(cell) || (exists(cell) && (choices[nameOf(cell)] ?? isOnByDefault(cell)));
}

/** The choices with one more; a compulsory cell is never among them. */
export function withChoice(choices: Choices, cell: Cell, enabled: boolean): Choices {
  return { ...choices, [nameOf(cell)]: enabled };
}

export function withReminder(reminders: ReminderChoices, { key, enabled }: ReminderChoice): ReminderChoices {
  return { ...reminders, [key]: enabled };
}

/** Every cell there is, in the order of the page. */
export const cells: readonly Cell[] = notificationCategories.flatMap((category) =>
  notificationChannels.map((channel) => ({ category, channel })).filter(exists),
);

/** What somebody said no to, where he would be told otherwise. */
export function refusedCells(choices: Choices): Cell[] {
  return cells.filter((cell) => isOnByDefault(cell) && !isWanted(cell, choices));
}
