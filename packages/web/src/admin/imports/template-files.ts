import type { Locale } from '#i18n/locale.ts';

/** The server knows the columns by these names, in both languages. */
const TEMPLATES = {
  books: {
    ko: ['제목,저자,소개,표지 주소', '무정,이광수,"우리 근대 장편소설의 출발점.",'],
    en: ['title,author,description,coverUrl', '무정,이광수,"Where the modern Korean novel begins.",'],
  },
  coupons: {
    ko: ['쿠폰 번호,책 제목,수량,공개,시작,종료,사용 기한(일),열람 기간(일)'],
    en: ['number,bookTitle,totalQuantity,visibility,startsAt,endsAt,useWithinDays,readingDays'],
  },
} as const;
/** One line that both languages share: its time is Korea's. */
const COUPON_LINE = 'MUJEONG-2027,무정,1000,LISTED,2027-01-08 12:00,2027-01-15 12:00,3,30';

/** The address of a template. The mark at its beginning makes Excel show Hangul. */
export function templateHref(kind: keyof typeof TEMPLATES, locale: Locale): string {
  const lines = [...TEMPLATES[kind][locale], ...(kind === 'coupons' ? [COUPON_LINE] : [])];
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.join('\r\n')}\r\n`)}`;
}
