import { PersonalTables, type PersonalTableRule } from '@calmness/platform/composition';

const ofSession = 'session_id IN (SELECT id FROM accounts.session WHERE member_id = $1)';
const ofExport = 'export_id IN (SELECT id FROM accounts.data_export WHERE member_id = $1)';
const ofErasure = 'erasure_id IN (SELECT id FROM accounts.erasure WHERE member_id = $1)';

/** What accounts knows of a person, table by table; a new column does not pass its spec undecided. */
const rules: PersonalTableRule[] = [
  {
    table: 'member',
    whose: 'id = $1',
    shows: [
      ...['id', 'email', 'email_verified_at', 'first_name', 'last_name', 'locale', 'timezone', 'roles'],
      ...['phone', 'telegram_username', 'discord_username', 'whatsapp_number', 'country', 'city', 'bio'],
      ...['trading_experience', 'risk_tolerance', 'preferred_assets', 'gender', 'age_range'],
      ...['has_complete_profile', 'can_make_payment', 'created_at', 'locked_at'],
    ],
    hides: ['password_hash', 'password_reset_required', 'is_demo', 'version', 'lock_reason', 'erased_at'],
    erase: {
      set: `email_verified_at = NULL, first_name = '', last_name = '', roles = ARRAY['member'], phone = NULL,
            telegram_username = NULL, discord_username = NULL, whatsapp_number = NULL, country = NULL, city = NULL,
            bio = NULL, trading_experience = NULL, risk_tolerance = NULL, preferred_assets = '{}', gender = NULL,
            age_range = NULL, locked_at = NULL, lock_reason = NULL, has_complete_profile = false, can_make_payment = false, version = version + 1`,
    },
    because: 'the row stays, with nobody behind it: invoices and proofs point to its number',
  },
  {
    table: 'session_token',
    whose: ofSession,
    shows: [],
    hides: ['id', 'session_id', 'hash', 'created_at', 'rotated_at'],
    erase: 'delete',
  },
  {
    table: 'session',
    shows: [
      ...['created_at', 'last_seen_at', 'expires_at', 'revoked_at', 'revoked_because'],
      ...['device', 'browser', 'system', 'country', 'two_factor'],
    ],
    hides: ['id', 'member_id'],
    erase: 'delete',
  },
  {
    table: 'address_proof',
    shows: ['created_at', 'purpose', 'expires_at', 'used_at'],
    hides: ['id', 'member_id', 'hash', 'email_change_id'],
    erase: 'delete',
  },
  {
    table: 'email_change',
    shows: [
      ...['old_email', 'new_email', 'requested_at', 'expires_at', 'old_confirmed_at', 'new_confirmed_at'],
      ...['closed_at', 'outcome'],
    ],
    hides: ['id', 'member_id'],
    erase: 'delete',
  },
  {
    table: 'known_device',
    shows: ['created_at', 'last_seen_at'],
    hides: ['id', 'member_id', 'hash'],
    erase: 'delete',
  },
  {
    table: 'passkey',
    shows: ['created_at', 'last_used_at', 'name', 'device_type', 'backed_up'],
    hides: ['id', 'member_id', 'credential_id', 'public_key', 'counter', 'transports'],
    erase: 'delete',
  },
  {
    table: 'passkey_challenge',
    shows: [],
    hides: ['id', 'member_id', 'challenge', 'expires_at'],
    erase: 'delete',
  },
  { table: 'recovery_code', shows: [], hides: ['id', 'member_id', 'hash', 'used_at'], erase: 'delete' },
  {
    table: 'two_factor',
    shows: ['created_at', 'enabled_at'],
    hides: ['member_id', 'sealed_secret', 'last_step'],
    erase: 'delete',
  },
  {
    table: 'external_account',
    shows: ['linked_at', 'platform', 'external_id', 'username', 'state', 'scopes'],
    hides: ['id', 'member_id', 'told_at', 'sealed_grant', 'grant_expires_at', 'refreshing_until'],
    erase: 'delete',
  },
  {
    table: 'link_token',
    shows: ['created_at', 'platform', 'expires_at', 'used_at', 'withdrawn_at'],
    hides: ['id', 'member_id', 'hash', 'taken'],
    erase: 'delete',
  },
  {
    table: 'whatsapp_proof',
    shows: [
      ...['opted_in_at', 'opt_in_version', 'number', 'expires_at'],
      ...['proven_at', 'proven_by', 'ended_at'],
    ],
    hides: ['id', 'member_id', 'key_id', 'attempts', 'created_at'],
    erase: 'delete',
  },
  {
    table: 'member_setting',
    shows: [
      ...['theme', 'density', 'week_starts_on', 'features', 'preset', 'analytics_opt_out'],
      ...['share_with_mentors', 'audience_profile_opt_in', 'updated_at'],
    ],
    hides: ['member_id', 'version'],
    erase: 'delete',
  },
  {
    table: 'member_label',
    shows: ['added_at'],
    hides: ['member_id', 'label_id', 'added_by'],
    erase: 'delete',
  },
  {
    table: 'saved_filter',
    whose: 'owner_id = $1',
    shows: ['created_at', 'name', 'filter', 'sort'],
    hides: ['id', 'owner_id'],
    erase: 'delete',
  },
  {
    table: 'member_plan',
    shows: ['ends_on'],
    hides: ['subscription_id', 'member_id', 'plan_id', 'version'],
    erase: 'delete',
  },
  {
    table: 'avatar',
    shows: ['created_at', 'removed_at'],
    hides: ['id', 'member_id', 'large_file_id', 'small_file_id'],
    erase: 'delete',
  },
  {
    table: 'legal_acceptance',
    shows: ['accepted_at', 'code', 'version'],
    hides: ['id', 'member_id'],
    erase: 'keep',
    because: 'proof of consent (GDPR art. 7(1)); it names nobody any more',
  },
  {
    table: 'activity',
    shows: ['at', 'kind', 'subject', 'url'],
    hides: ['event_id', 'member_id'],
    erase: 'delete',
  },
  {
    table: 'data_export_part',
    whose: ofExport,
    shows: [],
    hides: ['export_id', 'module', 'position', 'rows_total', 'rows_done'],
    erase: 'delete',
  },
  {
    table: 'data_export',
    shows: ['requested_at', 'state', 'ready_at', 'expires_at', 'byte_size'],
    hides: [
      ...[
        'id',
        'member_id',
        'attempts',
        'next_attempt_at',
        'claimed_until',
        'draft_id',
        'file_id',
        'last_error',
      ],
    ],
    erase: 'delete',
  },
  {
    table: 'erasure_step',
    whose: ofErasure,
    shows: [],
    hides: ['erasure_id', 'module', 'erased_at', 'files', 'files_removed_at'],
    erase: 'keep',
    because: 'the erasure itself is proven by them; module names only',
  },
  {
    table: 'erasure',
    shows: ['requested_at', 'origin', 'execute_after', 'state', 'reason', 'gave_up_access', 'cancelled_at'],
    hides: [
      ...['id', 'member_id', 'actor_id', 'next_attempt_at', 'attempts', 'claimed_until', 'held_by'],
      ...['started_at', 'done_at', 'farewell', 'last_error'],
    ],
    erase: 'keep',
    because: 'proof that the request was honoured; reason and address are blanked when it is done',
  },
  { table: 'last_activity', shows: ['seen_at'], hides: ['member_id'], erase: 'delete' },
  {
    table: 'inactivity_warning',
    shows: ['warned_at', 'last_seen_at'],
    hides: ['id', 'member_id'],
    erase: 'delete',
  },
  {
    table: 'access_ledger',
    shows: ['at', 'staff_name', 'staff_role', 'section', 'reason', 'detail'],
    hides: ['id', 'member_id', 'staff_id'],
    erase: { set: 'detail = NULL', where: 'detail IS NOT NULL' },
    because:
      'who read a file has to stay accountable (GDPR art. 5(2)); what was written about the person goes',
  },
];

export const accountsTables = new PersonalTables('accounts', rules, {
  legal_text: 'texts the academy published',
  throttle: 'keys are HMACs nobody can lead back to an account, forgotten after two days',
  ended_grant:
    'sealed tokens on their way to be ended and the Discord id that gave them, with no member beside it, a month at most',
  feature_flag: 'which features are on for everybody',
  label: 'names of tags and groups; who carries them is in member_label',
  plan_flag: 'which features come with a plan',
  organisation_setting: 'what the academy says about itself',
  banner: 'a sentence on top of every page',
});
