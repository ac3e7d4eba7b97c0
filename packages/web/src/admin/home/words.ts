import type { Words } from '#admin/i18n/words.ts';

export const homeKo = {
  hello: '%{username} 님, 안녕하세요',
  open: '지금 열려 있어요',
  upcoming: '다음에 열려요',
  console: '지켜보기',
  consoleOf: '%{number} 지켜보기',
  all: '쿠폰 모두 보기',
  emptyTitle: '열려 있거나 곧 열릴 쿠폰이 없어요',
  emptyHint: '책을 고르고 수량과 여는 때를 정하면 여기서 지켜볼 수 있어요.',
  emptyAction: '쿠폰 만들기',
};

export const homeEn: Words<typeof homeKo> = {
  hello: 'Hello, %{username}',
  open: 'Open now',
  upcoming: 'Opening next',
  console: 'Watch',
  consoleOf: 'Watch %{number}',
  all: 'All coupons',
  emptyTitle: 'No coupon is open or about to open',
  emptyHint: 'Choose a book, say how many passes and when they open, and watch it from here.',
  emptyAction: 'Create a coupon',
};
