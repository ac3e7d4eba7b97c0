import { Migration } from '@mikro-orm/migrations';

/** Marks what belongs to a rehearsal and may be deleted with it. Nothing that is not named here ever is. */
export class Rehearsals extends Migration {
  override name = '002-rehearsals';

  override up(): void {
    this.addSql(`
      create table rehearsal (
        id uuid primary key,
        book_id uuid not null constraint rehearsal_book_unique unique references book,
        coupon_id uuid constraint rehearsal_coupon_unique unique references coupon,
        readers integer not null default 0 constraint rehearsal_readers_check check (readers between 0 and 200000),
        created_at timestamptz not null default now()
      );
      comment on column rehearsal.coupon_id is 'null until the rehearsal is opened';
      comment on column rehearsal.readers is 'how many have been made';

      -- Two at once would measure each other.
      create unique index rehearsal_one_at_a_time on rehearsal ((true));

      -- A table of its own and not a column of "user": it costs real readers nothing, and nobody marks one by mistake.
      create table rehearsal_reader (
        user_id uuid primary key references "user" on delete cascade,
        rehearsal_id uuid not null references rehearsal on delete cascade
      );
      create index rehearsal_reader_rehearsal_id_index on rehearsal_reader (rehearsal_id);
    `);
  }

  override down(): void {
    this.addSql('drop table rehearsal_reader, rehearsal');
  }
}
