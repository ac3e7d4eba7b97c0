import type { Known } from '#bench/database/staff-data.js';

/** A page of a list, as the admin asks for it. */
export interface Question {
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an empty answer would mean that something is wrong. */
  readonly expectsRows: boolean;
}

const PAGE = 'pageInfo { hasNextPage endCursor } count { value isExact }';
const BOOK = 'id title author coverUrl createdAt version couponCount';
const COUPON = `id number totalQuantity issuedQuantity quantity status visibility startsAt endsAt createdAt version book { id title author coverUrl }`;

/** What each list's rows show, and the names of its types. */
const lists = {
  books: { type: 'Book', node: BOOK },
  coupons: { type: 'Coupon', node: COUPON },
  userCoupons: {
    type: 'UserCoupon',
    node: `id code sequence createdAt expiresAt usedAt revokedAt returnedToStock user { id username } coupon { id number totalQuantity book { id title } }`,
  },
  users: { type: 'User', node: 'id username role createdAt version passCount' },
  auditEntries: {
    type: 'AuditEntry',
    node: 'id at actorName actorRole action objectType objectId objectLabel before after note',
  },
} as const;

type List = keyof typeof lists;

interface Wish {
  readonly sort?: string;
  readonly order?: 'ASC' | 'DESC';
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly expectsRows?: boolean;
}

function ask(
  title: string,
  list: List,
  { sort, order = 'DESC', filter = {}, expectsRows = true }: Wish = {},
): Question {
  const { type, node } = lists[list];
  return {
    title,
    query: `query ($order: SortOrder!, $filter: ${type}Filter${sort === undefined ? '' : `, $sort: ${type}Sort!`}) {
      ${list}(first: 25, order: $order, filter: $filter${sort === undefined ? '' : ', sort: $sort'}) { edges { cursor node { ${node} } } ${PAGE} } }`,
    variables: { order, filter, ...(sort !== undefined && { sort }) },
    expectsRows,
  };
}

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** First page, sorts, search and filters of every list. */
export function staffQuestions(known: Omit<Known, 'adminId'>): readonly Question[] {
  const week = { createdFrom: daysAgo(30), createdTo: daysAgo(23) };
  return [
    ask('books', 'books'),
    ask('books by title', 'books', { sort: 'TITLE', order: 'ASC' }),
    ask('books, search', 'books', { filter: { search: '상록수' } }),
    ask('books, search that finds none', 'books', { filter: { search: 'nothing of the kind' }, expectsRows: false }),
    ask('books of a week', 'books', { filter: week }),
    ask('coupons', 'coupons'),
    ask('coupons by issued', 'coupons', { sort: 'ISSUED_QUANTITY' }),
    ask('coupons, search by number', 'coupons', { filter: { search: known.couponNumber } }),
    ask('coupons, search by title', 'coupons', { filter: { search: '탁류' } }),
    ask('coupons that are over', 'coupons', { filter: { window: 'OVER', status: ['COMPLETE'] } }),
    ask('coupons of a book', 'coupons', { filter: { bookId: known.bookId } }),
    ask('passes', 'userCoupons'),
    ask('passes, oldest first', 'userCoupons', { order: 'ASC' }),
    ask('passes, search by code', 'userCoupons', { filter: { search: known.passCode } }),
    ask('passes, search by reader', 'userCoupons', { filter: { search: known.readerName } }),
    ask('passes, search by number', 'userCoupons', { filter: { search: known.couponNumber } }),
    ask('passes, search that finds none', 'userCoupons', {
      filter: { search: 'nobody-of-this-name' },
      expectsRows: false,
    }),
    ask('passes of a coupon', 'userCoupons', { filter: { couponId: known.couponId } }),
    ask('passes of a reader', 'userCoupons', { filter: { userId: known.readerId } }),
    ask('passes of a book', 'userCoupons', { filter: { bookId: known.bookId } }),
    ask('passes that are unused', 'userCoupons', { filter: { state: ['UNUSED'] }, expectsRows: false }),
    ask('passes that are used', 'userCoupons', { filter: { state: ['USED'] } }),
    ask('passes that have expired', 'userCoupons', { filter: { state: ['EXPIRED'] } }),
    ask('passes that are revoked', 'userCoupons', { filter: { state: ['REVOKED'] } }),
    ask('passes by use, latest first', 'userCoupons', { sort: 'USED_AT' }),
    ask('passes by revocation, latest first', 'userCoupons', { sort: 'REVOKED_AT' }),
    ask('passes of a week', 'userCoupons', { filter: week, expectsRows: false }),
    ask('passes of a reader that are used', 'userCoupons', {
      filter: { userId: known.readerId, state: ['USED'] },
      expectsRows: false,
    }),
    ask('readers', 'users'),
    ask('readers by name', 'users', { sort: 'USERNAME', order: 'ASC' }),
    ask('readers, search', 'users', { filter: { search: known.readerName } }),
    ask('staff', 'users', { filter: { role: ['OPERATOR', 'ADMIN'] } }),
    ask('audit log', 'auditEntries'),
    ask('audit log, search', 'auditEntries', { filter: { search: known.couponNumber } }),
    ask('audit log of an action', 'auditEntries', { filter: { action: 'coupon.pause' } }),
  ];
}
