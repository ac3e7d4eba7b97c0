import type { Words } from '#admin/i18n/words.ts';

/** What every form that makes coupons says. */
export const launchKo = {
  book: '책',
  atOnce: '저장하는 즉시',
  clocks: '이용권',
  clockWords: '받은 뒤 %{useWithinDays}일 안에 사용, 사용한 뒤 %{readingDays}일 동안 읽기',
  type: '확인했다면 이용권 수(%{passes})를 입력해 주세요.',
  typed: '이용권 수',
  visibilities: { LISTED: '이벤트 페이지에 보임', KEPT: '끝날 때까지 품절로 남김', UNLISTED: '번호로만' },
  warnings: {
    OPENS_AT_ONCE: '저장하는 즉시 열려요.',
    MUCH_LARGER_THAN_BEFORE: '이용권이 %{value}장이에요. 지금까지 가장 많았을 때는 %{limit}장이었어요.',
    SHARED_CODES: '번호 하나를 독자 %{value}명이 쓸 수 있어요. 인쇄용 번호는 보통 한 사람이 써요.',
  },
  coupons: { all: '모두 보기', number: '번호', status: '상태', issued: '발급', opens: '시작', closes: '끝' },
};

export const launchEn: Words<typeof launchKo> = {
  book: 'Book',
  atOnce: 'As soon as it is saved',
  clocks: 'Passes',
  clockWords: 'use within %{useWithinDays} days, read for %{readingDays}',
  type: 'If this is meant, type the number of passes: %{passes}.',
  typed: 'Number of passes',
  visibilities: { LISTED: 'On the event page', KEPT: 'Kept as sold out until it ends', UNLISTED: 'By its number only' },
  warnings: {
    OPENS_AT_ONCE: 'It opens as soon as it is saved.',
    MUCH_LARGER_THAN_BEFORE: '%{value} passes; until now the most was %{limit}.',
    SHARED_CODES: 'Each code serves %{value} readers. A printed code is usually for one.',
  },
  coupons: { all: 'Show all', number: 'Number', status: 'Status', issued: 'Issued', opens: 'Opens', closes: 'Closes' },
};
