import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members, plans and the academy have switched; the academy's own settings; banner and pictures. */
export class AccountsSettings1763600005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts.member_setting (
        member_id uuid NOT NULL CONSTRAINT member_setting_pkey PRIMARY KEY,
        theme text NOT NULL,
        density text NOT NULL,
        week_starts_on text NOT NULL,
        features jsonb NOT NULL,
        analytics_opt_out boolean NOT NULL,
        share_with_mentors boolean NOT NULL,
        audience_profile_opt_in boolean NOT NULL,
        preset text,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT member_setting_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT member_setting_theme_known CHECK (theme IN ('auto', 'light', 'dark')),
        CONSTRAINT member_setting_density_known CHECK (density IN ('comfortable', 'compact')),
        CONSTRAINT member_setting_week_known CHECK (week_starts_on IN ('monday', 'sunday')),
        CONSTRAINT member_setting_preset_known CHECK (preset IN ('calm', 'active', 'intensive')),
        CONSTRAINT member_setting_features_object CHECK (jsonb_typeof(features) = 'object'),
        CONSTRAINT member_setting_version_positive CHECK (version > 0)
      );

      CREATE TABLE accounts.feature_flag (
        flag text NOT NULL CONSTRAINT feature_flag_pkey PRIMARY KEY,
        is_on boolean NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL,
        CONSTRAINT feature_flag_version_positive CHECK (version > 0)
      );

      -- Plans are billing's: the id is all we know of them.
      CREATE TABLE accounts.plan_flag (
        plan_id uuid NOT NULL,
        flag text NOT NULL,
        is_on boolean NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL,
        CONSTRAINT plan_flag_pkey PRIMARY KEY (plan_id, flag),
        CONSTRAINT plan_flag_version_positive CHECK (version > 0)
      );

      -- Who has which plan until when, from billing's events. An end that overtook its beginning names no plan yet.
      CREATE TABLE accounts.member_plan (
        subscription_id uuid NOT NULL CONSTRAINT member_plan_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        plan_id uuid,
        ends_on date NOT NULL,
        version integer NOT NULL
      );
      CREATE INDEX member_plan_of_member ON accounts.member_plan (member_id);

      -- The academy has one row of settings and one banner.
      CREATE TABLE accounts.organisation_setting (
        id boolean NOT NULL CONSTRAINT organisation_setting_pkey PRIMARY KEY,
        timezone text NOT NULL,
        contact_email text,
        contact_phone text,
        address text,
        opening_hours jsonb NOT NULL,
        grace_hours integer NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL,
        CONSTRAINT organisation_setting_single CHECK (id),
        CONSTRAINT organisation_setting_hours_list CHECK (jsonb_typeof(opening_hours) = 'array'),
        CONSTRAINT organisation_setting_grace CHECK (grace_hours BETWEEN 0 AND 72),
        CONSTRAINT organisation_setting_version_positive CHECK (version > 0)
      );
      CREATE TABLE accounts.banner (
        id boolean NOT NULL CONSTRAINT banner_pkey PRIMARY KEY,
        text_fr text,
        text_en text,
        severity text,
        from_at timestamptz,
        until_at timestamptz,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL,
        CONSTRAINT banner_single CHECK (id),
        CONSTRAINT banner_severity_known CHECK (severity IN ('info', 'warning', 'maintenance')),
        -- Taken down, the row keeps its version alone.
        CONSTRAINT banner_whole CHECK (
          num_nulls(text_fr, text_en, severity, from_at) IN (0, 4) AND (from_at IS NOT NULL OR until_at IS NULL)),
        CONSTRAINT banner_ends_later CHECK (until_at > from_at),
        CONSTRAINT banner_version_positive CHECK (version > 0)
      );

      -- A removed picture stays a row until its files are gone.
      CREATE TABLE accounts.avatar (
        id uuid NOT NULL CONSTRAINT avatar_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        large_file_id uuid NOT NULL,
        small_file_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT avatar_member FOREIGN KEY (member_id) REFERENCES accounts.member (id)
      );
      CREATE UNIQUE INDEX avatar_shown_once ON accounts.avatar (member_id) WHERE removed_at IS NULL;
      CREATE INDEX avatar_removed ON accounts.avatar (removed_at) WHERE removed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounts.avatar, accounts.banner, accounts.organisation_setting, accounts.member_plan,
                 accounts.plan_flag, accounts.feature_flag, accounts.member_setting;
    `);
  }
}
