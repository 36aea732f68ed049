export const roles = ['member', 'instructor', 'manager', 'accountant', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One permission per staff duty; each `/api/admin/**` route declares exactly one. */
export const permissions = [
  'staff.day-queue',
  'accounts.members-read',
  'accounts.members-write',
  'accounts.members-export',
  'accounts.members-view-as',
  'accounts.roles-write',
  'accounts.legal-texts-write',
  'accounts.organisation-write',
  'accounts.flags-write',
  'audit.read',
  'billing.payments-read',
  'billing.payments-validate',
  'billing.refund',
  'billing.plans-write',
  'billing.payment-methods-write',
  'billing.invoices-read',
  'billing.invoices-write',
  'billing.issuer-read',
  'billing.issuer-write',
  'billing.exports',
  'notifications.mail-read',
  'notifications.words-write',
  'notifications.broadcast',
  'notifications.desk-manage',
  'operations.events-read',
  'operations.events-retry',
] as const;
export type Permission = (typeof permissions)[number];

const managerPermissions = [
  'staff.day-queue',
  'accounts.members-read',
  'accounts.members-write',
  'accounts.members-export',
  'accounts.members-view-as',
  'accounts.organisation-write',
  'audit.read',
  'billing.payments-read',
  'billing.payments-validate',
  'billing.plans-write',
  'billing.payment-methods-write',
  'billing.invoices-read',
  'billing.invoices-write',
  'billing.issuer-read',
  'notifications.mail-read',
  'notifications.words-write',
  'notifications.broadcast',
  'notifications.desk-manage',
  'operations.events-read',
  'operations.events-retry',
] as const satisfies readonly Permission[];

/** A manager is an admin minus roles, flags, issuer, refunds and legal texts; an accountant reads billing. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  member: [],
  instructor: [],
  manager: managerPermissions,
  accountant: [
    'staff.day-queue',
    'billing.payments-read',
    'billing.invoices-read',
    'billing.issuer-read',
    'billing.exports',
  ],
  admin: permissions,
};

/** The roles that see the `/admin` shell at all. */
export const staffRoles = ['manager', 'accountant', 'admin'] as const satisfies readonly Role[];
