import type { Words } from '#admin/i18n/words.ts';
import { coverEn, coverKo } from '#admin/resources/books/cover/cover-words.ts';

export const booksKo = {
  name: '책',
  page: { create: '책 만들기' },
  fields: {
    cover: '표지',
    title: '제목',
    author: '지은이',
    description: '소개',
    coverUrl: '표지 주소',
    couponCount: '쿠폰',
    createdAt: '등록',
    createdFrom: '등록일부터',
    createdTo: '등록일까지',
    search: '제목이나 지은이',
  },
  created: '책을 만들었어요. 이제 이 책의 쿠폰을 만들 수 있어요.',
  emptyTitle: '아직 책이 없어요',
  emptyHint: '먼저 책을 한 권 등록하세요. 쿠폰은 책마다 만들어요.',
  emptyAction: '첫 책 등록하기',
  coupons: '이 책의 쿠폰',
  cover: coverKo,
  couponColumns: { number: '번호', status: '상태', issued: '발급', opens: '시작', closes: '끝' },
  noCoupons: '아직 쿠폰이 없어요. 쿠폰을 만들면 여기에서 볼 수 있어요.',
};

export const booksEn: Words<typeof booksKo> = {
  name: 'Book |||| Books',
  page: { create: 'Create a book' },
  fields: {
    cover: 'Cover',
    title: 'Title',
    author: 'Author',
    description: 'Description',
    coverUrl: 'Address of the cover',
    couponCount: 'Coupons',
    createdAt: 'Created',
    createdFrom: 'Created from',
    createdTo: 'Created until',
    search: 'Title or author',
  },
  created: 'The book is created. Now its coupons can be made.',
  emptyTitle: 'No books yet',
  emptyHint: 'Create a book first; coupons are made for a book.',
  emptyAction: 'Create the first book',
  coupons: 'Coupons of this book',
  cover: coverEn,
  couponColumns: { number: 'Number', status: 'Status', issued: 'Issued', opens: 'Opens', closes: 'Closes' },
  noCoupons: 'No coupons yet. Once made, they stand here.',
};
