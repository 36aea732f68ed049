import type { Permission } from '@calmness/contracts';
import { permitted } from '../core/session/guards';

/** Whom a room opens for. */
export const needs = (permission: Permission) => [permitted(permission)];
