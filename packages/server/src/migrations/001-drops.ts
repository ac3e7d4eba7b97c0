import { Migration } from '@mikro-orm/migrations';

/** Users and sessions, books, coupons and passes, with the invariants of docs/concurrency.md as constraints. */
export class Drops extends Migration {
  override name = '001-drops';

  override up(): void {
    this.addSql(`
      create table "user" (
        id uuid primary key,
        username varchar(30) not null,
        username_key varchar(90) not null constraint user_username_key_unique unique,
        password_hash text,
        role text not null default 'READER'
          constraint user_role_check check (role in ('READER', 'SUPPORT', 'OPERATOR', 'ADMIN')),
        created_at timestamptz not null default now()
      );
      comment on column "user".username_key is 'username in NFKC and lower case: Ａnna and anna are one';
      comment on column "user".password_hash is 'argon2id; null: nobody can log in as this user';

      create table session (
        id uuid primary key,
        user_id uuid not null references "user" on delete cascade,
        token_hash bytea not null,
        previous_token_hash bytea,
        successor_salt bytea,
        rotated_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint session_expires_check check (expires_at > created_at),
        constraint session_successor_check check ((previous_token_hash is null) = (successor_salt is null))
      );
      create index session_user_id_index on session (user_id);
      create index session_revoked_at_index on session (revoked_at) where revoked_at is not null;

      create table book (
        id uuid primary key,
        title varchar(200) not null constraint book_title_check check (title <> ''),
        author varchar(120) not null constraint book_author_check check (author <> ''),
        description varchar(4000) not null,
        cover_url varchar(2000) constraint book_cover_url_check check (cover_url like 'https://%'),
        created_at timestamptz not null default now()
      );

      create table coupon (
        id uuid primary key,
        serial integer generated always as identity constraint coupon_serial_unique unique,
        book_id uuid not null references book,
        number varchar(32) not null constraint coupon_number_unique unique
          constraint coupon_number_check check (number ~ '^[A-Z0-9][A-Z0-9-]{2,30}[A-Z0-9]$'),
        total_quantity integer not null constraint coupon_total_quantity_check check (total_quantity >= 1),
        issued_quantity integer not null default 0,
        quantity integer generated always as (total_quantity - issued_quantity) stored,
        status text not null default 'ACTIVE'
          constraint coupon_status_check check (status in ('ACTIVE', 'PAUSED', 'COMPLETE')),
        visibility text not null default 'LISTED'
          constraint coupon_visibility_check check (visibility in ('LISTED', 'KEPT', 'UNLISTED')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        use_within_days integer not null
          constraint coupon_use_within_days_check check (use_within_days between 1 and 3650),
        reading_days integer not null
          constraint coupon_reading_days_check check (reading_days between 1 and 3650),
        created_at timestamptz not null default now(),
        constraint coupon_window_check check (ends_at > starts_at),
        constraint coupon_quantity_check check (issued_quantity between 0 and total_quantity),
        constraint coupon_sold_out_is_complete check (issued_quantity < total_quantity or status = 'COMPLETE')
      );
      comment on column coupon.serial is 'opens the code of every pass of this coupon';
      create index coupon_book_id_index on coupon (book_id);
      create index coupon_on_event_page_index on coupon (ends_at) where visibility <> 'UNLISTED';

      -- Every unique key contains the coupon, so that the table can be sharded by it.
      create table user_coupon (
        coupon_id uuid not null references coupon,
        sequence integer not null constraint user_coupon_sequence_check check (sequence >= 1),
        user_id uuid not null references "user",
        code varchar(24) not null,
        reading_days integer not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        is_used boolean generated always as (used_at is not null) stored,
        readable_until timestamptz,
        revoked_at timestamptz,
        constraint user_coupon_pkey primary key (coupon_id, sequence),
        constraint user_coupon_one_per_user unique (coupon_id, user_id),
        constraint user_coupon_code_unique unique (coupon_id, code),
        constraint user_coupon_expires_check check (expires_at > created_at),
        constraint user_coupon_used_check check ((used_at is null) = (readable_until is null))
      );
      create index user_coupon_of_user_index on user_coupon (user_id, created_at desc);
    `);

    // issued_quantity and the rows move together, or COMMIT fails. Only the rows that a transaction says it added
    // are counted, so the cost does not grow with the passes already out.
    this.addSql(`
      create function coupon_issued_matches_rows() returns trigger language plpgsql as $$
      declare
        before integer := case tg_op when 'INSERT' then 0 else old.issued_quantity end;
        added bigint;
      begin
        select count(*) into added from user_coupon where coupon_id = new.id and sequence > before;
        if added <> new.issued_quantity - before then
          raise exception 'coupon %: issued_quantity went from % to %, but % passes were added',
            new.number, before, new.issued_quantity, added using errcode = 'check_violation';
        end if;
        return null;
      end $$;

      create constraint trigger coupon_issued_matches_rows_on_insert after insert on coupon
        deferrable initially deferred for each row when (new.issued_quantity <> 0)
        execute function coupon_issued_matches_rows();
      create constraint trigger coupon_issued_matches_rows after update of issued_quantity on coupon
        deferrable initially deferred for each row
        when (old.issued_quantity is distinct from new.issued_quantity)
        execute function coupon_issued_matches_rows();
    `);

    // And the other way round: no pass that its coupon does not count, one look per statement however many rows;
    // none that changes hands, place or code; none that goes before its coupon does.
    this.addSql(`
      create function user_coupon_is_counted() returns trigger language plpgsql as $$
      begin
        if exists (
          select from (select coupon_id, max(sequence) as last from added group by coupon_id) a
          join coupon c on c.id = a.coupon_id where a.last > c.issued_quantity
        ) then
          raise exception 'a pass was added that issued_quantity does not count' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create trigger user_coupon_is_counted after insert on user_coupon
        referencing new table as added for each statement execute function user_coupon_is_counted();

      create function user_coupon_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          raise exception 'a pass keeps its coupon, place, reader and code' using errcode = 'check_violation';
        end if;
        if exists (select from coupon where id = old.coupon_id) then
          raise exception 'a pass is revoked, not deleted; it goes only with its coupon' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create trigger user_coupon_keeps before update of coupon_id, sequence, user_id, code on user_coupon
        for each row execute function user_coupon_stays();
      create constraint trigger user_coupon_stays after delete on user_coupon
        deferrable initially deferred for each row execute function user_coupon_stays();
    `);
  }

  override down(): void {
    this.addSql(
      'drop table user_coupon, coupon, book, session, "user"; drop function coupon_issued_matches_rows, user_coupon_is_counted, user_coupon_stays',
    );
  }
}
