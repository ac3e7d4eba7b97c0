import { exportEn } from '#admin/components/export-words.ts';
import { importsEn } from '#admin/imports/words.ts';
import { auditEn } from '#admin/i18n/audit-words.ts';
import type { ko } from '#admin/i18n/ko.ts';
import type { Words } from '#admin/i18n/words.ts';
import { consoleEn } from '#admin/console/words.ts';
import { launchEn } from '#admin/components/launch/words.ts';
import { auditEntriesEn } from '#admin/resources/auditEntries/words.ts';
import { homeEn } from '#admin/home/words.ts';
import { booksEn } from '#admin/resources/books/words.ts';
import { couponBatchesEn } from '#admin/resources/couponBatches/words.ts';
import { recurringDropsEn } from '#admin/resources/recurringDrops/words.ts';
import { userCouponsEn } from '#admin/resources/userCoupons/words.ts';
import { usersEn } from '#admin/resources/users/words.ts';
import { couponsEn } from '#admin/resources/coupons/words.ts';

/** The same in English; the type asks for the same keys. */
export const en: Words<typeof ko> = {
  app: {
    name: 'Pagedrop staff',
    menu: 'Menu',
    toEvents: 'To the event page',
    toHome: 'To the first page',
    zone: 'Times are in %{zone}. Korean time (KST) stands beside them.',
    zoneKst: 'All times are Korean time (KST).',
  },
  menu: { drops: 'Drops', books: 'Books', passes: 'Passes', staff: 'Staff' },
  roles: { READER: 'Reader', SUPPORT: 'Support', OPERATOR: 'Operator', ADMIN: 'Administrator' },
  login: {
    title: 'Staff login',
    lead: 'Where drops are prepared and watched.',
    submit: 'Log in',
    submitting: 'Logging in…',
    missing: 'Enter both your username and your password.',
  },
  staffOnly: {
    title: 'This page is for staff',
    body: 'You are logged in as %{username}, who is a reader. Log in as staff, or go to the event page to get a pass.',
    again: 'Log in as staff',
  },
  home: homeEn,
  errors: {
    UNAUTHENTICATED: 'Your session has ended. Log in again and you come back to this place.',
    FORBIDDEN: 'Your role may not do this. Ask an administrator if you need it.',
    NOT_FOUND: 'This is no longer here. Refresh the list.',
    NETWORK: 'No answer arrived, so whether it was done is unknown. Refresh to see, then try again.',
    SERVICE_UNAVAILABLE: 'The server is busy. Try again in a moment.',
    TOO_MANY_REQUESTS: 'Too many tries. Try again in %{seconds} seconds.',
    BAD_USER_INPUT: 'Something in the input needs correcting.',
    UNKNOWN: 'Something went wrong. If it happens again, look into the server’s log.',
    pageTooFar: 'That page is too far away. Narrow the list by search or filters.',
  },
  /** `%{message}`: the server's own sentence, which often says more. */
  reasons: {
    REQUIRED: 'This is needed.',
    TOO_LONG: 'At most %{limit} characters.',
    TOO_SHORT: 'At least %{limit} characters.',
    TOO_LARGE: 'At most %{limit}.',
    TOO_SMALL: 'At least %{limit}.',
    TOO_MANY: 'At most %{limit} at a time.',
    STALE: 'Somebody else changed this meanwhile. Nothing was overwritten.',
    IN_USE: 'Passes of this have been issued, so it cannot be deleted.',
    UNCONFIRMED: 'Something has changed. Look at the summary again.',
    ID_TAKEN: 'Something with this id exists already. Refresh the list to see it.',
    BAD_FORMAT: '%{message}',
    BAD_TEXT: '%{message}',
    NOT_HTTPS: '%{message}',
    NOT_FOUND: '%{message}',
    BEFORE_START: '%{message}',
    IN_THE_PAST: '%{message}',
    RESERVED: '%{message}',
    TAKEN: '%{message}',
    NUMBER_TAKEN: '%{message}',
    BAD_PATTERN: '%{message}',
    TOO_LITTLE_ROOM: '%{message}',
    UNKNOWN_ZONE: '%{message}',
    LOCKED: '%{message}',
    CLOSED: '%{message}',
    REVOKED: '%{message}',
    OWN_ACCOUNT: '%{message}',
    USERNAME_TAKEN: '%{message}',
    USERNAME_LENGTH: '%{message}',
    USERNAME_CHARACTERS: '%{message}',
    PASSWORD_LENGTH: '%{message}',
    PASSWORD_COMMON: '%{message}',
    EXPORTS_BUSY: '%{message}',
    BAD_CURSOR: '%{message}',
    NO_OPENINGS: '%{message}',
    EARLIER: 'Some are good for longer now. Choose a later moment, or say that earlier is meant.',
  },
  exports: exportEn,
  copy: { label: 'Copy', done: 'Copied.', failed: 'Could not copy. Select it and copy by hand.' },
  stale: {
    title: 'Somebody else changed this meanwhile',
    body: 'Nothing was saved and nothing overwritten. Loading the newest version drops what you typed; copy what you need first.',
    reload: 'Load the newest version',
    stay: 'Look at what I typed',
  },
  count: {
    exact: '%{value} in all',
    estimated: 'about %{value}',
    estimatedHint: 'Past 10,000 the number is an estimate.',
  },
  moment: {
    kst: '%{when} in Korea (KST)',
    none: '–',
    invalid: 'There is no such time.',
  },
  reason: {
    label: 'Reason',
    hint: 'It is kept in the audit log. Write it so that others understand it later.',
  },
  confirm: { working: 'Working…' },
  deletion: {
    title: 'Delete %{smart_count} %{name}?',
    looking: 'Looking at what hangs on it',
    nothing: 'Nothing hangs on it.',
    goes: 'This goes with it:',
    coupons: '%{value} coupon |||| %{value} coupons',
    sessions: '%{value} session |||| %{value} sessions',
    refused: 'This cannot be deleted:',
    refusedHint: 'Nothing was deleted. To issue no more passes, close the coupon.',
    refusals: {
      PASSES: '%{label}: %{value} passes have been issued.',
      BATCH: '%{label}: printed codes were made for it.',
      RECURRING_DROP: '%{label}: a recurring drop needs it.',
    },
    andMore: 'and %{value} more',
    final: 'What is deleted does not come back.',
    submit: 'Delete',
  },
  history: {
    title: 'History',
    empty: 'No history yet. What staff change will stand here.',
    failed: 'The history could not be loaded.',
    more: 'Show more',
    before: 'before',
    after: 'after',
    created: 'as created',
    removed: 'as deleted',
  },
  ...auditEn,
  couponStatus: { ACTIVE: 'Active', PAUSED: 'Paused', COMPLETE: 'Complete' },
  console: consoleEn,
  launch: launchEn,
  resources: {
    imports: importsEn,
    coupons: couponsEn,
    books: booksEn,
    couponBatches: couponBatchesEn,
    recurringDrops: recurringDropsEn,
    userCoupons: userCouponsEn,
    users: usersEn,
    auditEntries: auditEntriesEn,
  },
};
