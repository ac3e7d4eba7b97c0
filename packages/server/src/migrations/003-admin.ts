import { Migration } from '@mikro-orm/migrations';

/** What staff need: versions to edit by, the audit log, returned passes, batches, recurring drops, tallies of a drop. */
export class Admin extends Migration {
  override name = '003-admin';

  override up(): void {
    this.addSql(`
      -- An edit names the version that it began from. The issuing engine raises none: it edits nothing.
      alter table book add version integer not null default 1;
      alter table coupon add version integer not null default 1;
      alter table "user" add version integer not null default 1;

      alter table book drop constraint book_cover_url_check;
      alter table book add constraint book_cover_url_check check (cover_url like 'https://%' or cover_url like '/covers/%');
      alter table coupon add constraint coupon_window_is_finite check (isfinite(starts_at) and isfinite(ends_at));

      -- A pass that goes back to stock raises total_quantity: issued_quantity counts every row ever issued.
      alter table coupon add returned_quantity integer not null default 0
        constraint coupon_returned_quantity_check check (returned_quantity between 0 and issued_quantity);
      alter table user_coupon add returned_to_stock boolean not null default false
        constraint user_coupon_returned_check check (not returned_to_stock or revoked_at is not null);

      -- Newest first over all passes, with the key behind it so that a page can begin anywhere. The partial ones cost
      -- nothing when a pass is issued.
      create index user_coupon_created_index on user_coupon (created_at, coupon_id, sequence);
      create index user_coupon_used_index on user_coupon (used_at, coupon_id, sequence) where used_at is not null;
      create index user_coupon_revoked_index on user_coupon (revoked_at, coupon_id, sequence) where revoked_at is not null;
      create index user_coupon_returned_index on user_coupon (coupon_id) where returned_to_stock;
      create index coupon_created_index on coupon (created_at, id);
      create index coupon_number_prefix_index on coupon (number text_pattern_ops);
      create index user_created_index on "user" (created_at, id);
      create index user_key_prefix_index on "user" (username_key text_pattern_ops);
    `);

    // Stock grows by the passes that went back and by no other, or COMMIT fails.
    this.addSql(`
      create function coupon_returned_matches_rows() returns trigger language plpgsql as $$
      declare
        returned bigint;
      begin
        select count(*) into returned from user_coupon where coupon_id = new.id and returned_to_stock;
        if returned <> new.returned_quantity then
          raise exception 'coupon %: returned_quantity went from % to %, but % passes went back to stock',
            new.number, old.returned_quantity, new.returned_quantity, returned using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create constraint trigger coupon_returned_matches_rows after update of returned_quantity on coupon
        deferrable initially deferred for each row
        when (old.returned_quantity is distinct from new.returned_quantity)
        execute function coupon_returned_matches_rows();
    `);

    this.addSql(`
      -- Sessions go with their user; their access tokens, good for minutes more, must not outlive him.
      create table deleted_session (
        id uuid primary key,
        deleted_at timestamptz not null default now()
      );
      create index deleted_session_deleted_at_index on deleted_session (deleted_at);
    `);

    // No foreign key: an entry outlives whoever wrote it and whatever it is about.
    this.addSql(`
      create table audit_entry (
        id uuid primary key,
        at timestamptz not null default clock_timestamp(),
        actor_id uuid,
        actor_name text not null,
        actor_role text,
        action text not null,
        object_type text not null,
        object_id text not null,
        object_label text not null,
        before jsonb,
        after jsonb,
        note text
      );
      comment on column audit_entry.actor_id is 'null: a command or the server itself, named in actor_name';
      create index audit_entry_at_index on audit_entry (at, id);
      create index audit_entry_object_index on audit_entry (object_type, object_id, at);
      create index audit_entry_label_index on audit_entry (lower(object_label) text_pattern_ops);
      create index audit_entry_actor_index on audit_entry (actor_id, at);

      create function audit_entry_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_is_kept before update or delete or truncate on audit_entry
        for each statement execute function audit_entry_is_kept();
    `);

    this.addSql(`
      create table coupon_batch (
        id uuid primary key,
        book_id uuid not null references book,
        pattern varchar(32) not null,
        count integer not null constraint coupon_batch_count_check check (count between 1 and 100000),
        made integer not null default 0 constraint coupon_batch_made_check check (made between 0 and count),
        total_quantity integer not null constraint coupon_batch_total_quantity_check check (total_quantity >= 1),
        starts_at timestamptz not null,
        ends_at timestamptz not null constraint coupon_batch_window_check check (ends_at > starts_at),
        use_within_days integer not null,
        reading_days integer not null,
        status text not null default 'RUNNING'
          constraint coupon_batch_status_check check (status in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
        problem text,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index coupon_batch_running_index on coupon_batch (created_at) where status = 'RUNNING';
      create index coupon_batch_book_id_index on coupon_batch (book_id);
      alter table coupon add batch_id uuid references coupon_batch;
      create index coupon_batch_id_index on coupon (batch_id, number) where batch_id is not null;
      -- Staff see the drops without the printed codes: a batch of 100,000 must not lie in the way of the page behind it.
      create index coupon_unprinted_created_index on coupon (created_at, id) where batch_id is null;

      create table recurring_drop (
        id uuid primary key,
        book_id uuid not null references book,
        number_pattern varchar(40) not null,
        time_of_day time not null,
        zone text not null,
        days smallint[] not null
          constraint recurring_drop_days_check check (cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
        open_minutes integer not null
          constraint recurring_drop_open_minutes_check check (open_minutes between 1 and 10080),
        total_quantity integer not null constraint recurring_drop_total_quantity_check check (total_quantity >= 1),
        visibility text not null default 'LISTED',
        use_within_days integer not null,
        reading_days integer not null,
        starts_on date not null,
        ends_on date,
        is_paused boolean not null default false,
        skipped_days date[] not null default '{}',
        problem text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint recurring_drop_dates_check check (ends_on >= starts_on)
      );
      comment on column recurring_drop.days is 'ISO 8601: 1 is Monday, 7 is Sunday';
      comment on column recurring_drop.skipped_days is 'days whose coupon somebody deleted: it is not made again';
      comment on column recurring_drop.problem is 'why a coupon that is due could not be made, for people';
      create index recurring_drop_book_id_index on recurring_drop (book_id);
      alter table coupon
        add recurring_drop_id uuid references recurring_drop on delete set null,
        add drop_day date;
      -- However many servers look at the clock, a day gets one coupon.
      create unique index coupon_one_per_drop_day on coupon (recurring_drop_id, drop_day) where recurring_drop_id is not null;

      -- Whoever deletes a day's coupon, in whatever way, does not want it back half a minute later.
      create function coupon_day_is_skipped() returns trigger language plpgsql as $$
      begin
        update recurring_drop set skipped_days = array_append(skipped_days, old.drop_day) where id = old.recurring_drop_id;
        return null;
      end $$;
      create trigger coupon_day_is_skipped after delete on coupon
        for each row when (old.recurring_drop_id is not null) execute function coupon_day_is_skipped();

      -- What each process answered in each second: a console adds them up. No key into coupon: counting is no reason to wait.
      create table coupon_tally (
        coupon_id uuid not null,
        at timestamptz not null,
        process_id uuid not null,
        issued integer not null default 0,
        already_issued integer not null default 0,
        sold_out integer not null default 0,
        paused integer not null default 0,
        not_started integer not null default 0,
        ended integer not null default 0,
        retry_later integer not null default 0,
        constraint coupon_tally_pkey primary key (coupon_id, at, process_id)
      );
      comment on column coupon_tally.at is 'the second, by the clock of the database; -infinity: the sum of all of them';
      create index coupon_tally_at_index on coupon_tally (at);
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger coupon_returned_matches_rows on coupon;
      drop function coupon_returned_matches_rows;
      drop trigger coupon_day_is_skipped on coupon;
      drop function coupon_day_is_skipped;
      alter table coupon drop batch_id, drop recurring_drop_id, drop drop_day, drop version, drop returned_quantity,
        drop constraint coupon_window_is_finite;
      drop table deleted_session, coupon_tally, recurring_drop, coupon_batch, audit_entry;
      drop function audit_entry_is_kept;
      drop index coupon_created_index, coupon_number_prefix_index, user_created_index, user_key_prefix_index,
        user_coupon_created_index;
      alter table user_coupon drop returned_to_stock;
      drop index user_coupon_used_index, user_coupon_revoked_index;
      alter table "user" drop version;
      alter table book drop version;
    `);
  }
}
