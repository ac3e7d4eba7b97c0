/** How many books the event page shows while it is measured, each with one coupon. */
export const BOOKS_IN_EVENT = 12;

/** About as long as those of the initial data. */
export const DESCRIPTION =
  '경성학교 영어 교사 이형식은 옛 은인의 딸 영채와 신식 교육을 받은 선형 사이에서 흔들린다. '.repeat(2);
