import {
  notificationCategories,
  notificationChannels,
  type NotificationCategory,
  type NotificationChannel,
} from '@calmness/contracts';

/** `mandatory`: security or the law asks for it. `on`: told unless the member says no. Absent: never sent there. */
type Rule = 'mandatory' | 'on';
export interface Cell {
  category: NotificationCategory;
  channel: NotificationChannel;
}
/** What a member chose, by `category.channel`; what is absent follows the rule. */
export type Choices = Readonly<Record<string, boolean>>;

/** Category by channel. A new channel is a column, a new kind of news a row. */
const matrix: Record<NotificationCategory, Partial<Record<NotificationChannel, Rule>>> = {
  security: { in_app: 'mandatory', email: 'mandatory' },
  billing: { in_app: 'mandatory', email: 'mandatory' },
  subscription: { in_app: 'mandatory', email: 'on' },
  news: { in_app: 'on' },
};

const nameOf = ({ category, channel }: Cell): string => `${category}.${channel}`;

export function isMandatory({ category, channel }: Cell): boolean {
  return matrix[category][channel] === 'mandatory';
}

/** False for a cell nothing is ever sent through. */
export function exists({ category, channel }: Cell): boolean {
  return matrix[category][channel] !== undefined;
}

/** Whether a member is told, there. */
export function isWanted(cell: Cell, choices: Choices): boolean {
  return isMandatory(cell) || (exists(cell) && (choices[nameOf(cell)] ?? true));
}

/** The choices with one more; a compulsory cell is never among them. */
export function withChoice(choices: Choices, cell: Cell, enabled: boolean): Choices {
  return { ...choices, [nameOf(cell)]: enabled };
}

/** Every cell there is, in the order of the page. */
export const cells: readonly Cell[] = notificationCategories.flatMap((category) =>
  notificationChannels.map((channel) => ({ category, channel })).filter(exists),
);
