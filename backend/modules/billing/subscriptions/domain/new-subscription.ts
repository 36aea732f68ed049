/** What every subscription has on its first day, whoever it comes from. */
export const newSubscription = {
  status: 'active',
  ...{ bonusDays: 0, pausedOn: null, grantedBy: null, grantReason: null },
  ...{ cancelledAt: null, cancelReason: null, cancelComment: null },
  version: 1,
} as const;
