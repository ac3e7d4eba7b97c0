/** What a column may be called: in English as the API has it, in Korean as people say. Spaces and case do not matter. */
type Names = Readonly<Record<string, readonly string[]>>;

export const bookColumns: Names = {
  id: ['id', '책 ID'],
  title: ['title', '제목', '책 제목'],
  author: ['author', '저자', '작가', '지은이'],
  description: ['description', '설명', '소개', '책 소개'],
  coverUrl: ['coverUrl', 'cover', '표지', '표지 주소'],
};

export const couponColumns: Names = {
  number: ['number', '번호', '쿠폰 번호'],
  bookId: ['bookId', '책 ID'],
  bookTitle: ['bookTitle', 'book', '책', '책 제목', '제목'],
  totalQuantity: ['totalQuantity', 'quantity total', '수량', '총수량', '발행 수량'],
  visibility: ['visibility', '공개', '공개 범위', '노출'],
  startsAt: ['startsAt', '시작', '시작 시각', '여는 시각'],
  endsAt: ['endsAt', '종료', '종료 시각', '끝나는 시각'],
  useWithinDays: ['useWithinDays', '사용 기한', '사용 기한(일)', '사용 기간(일)'],
  readingDays: ['readingDays', '열람 기간', '열람 기간(일)', '읽는 기간(일)'],
};

/** Columns of our own exports that say nothing an import could use: what was exported may come back as it is. */
const PASSED_OVER = new Set(
  `createdAt createdAtKst version couponCount bookAuthor status issuedQuantity quantity returnedQuantity startsAtKst
   endsAtKst batchId recurringDropId`
    .split(/\s+/)
    .map(plainName),
);

/** A number makes it a coupon; a book has none. */
export function columnsOf(header: readonly string[]): Names {
  const plain = header.map(plainName);
  return couponColumns['number']?.some((name) => plain.includes(plainName(name))) ? couponColumns : bookColumns;
}

/** The field of each column; null for one that is passed over, undefined for one that nobody knows. */
export function fieldsOf(header: readonly string[], columns: Names): (string | null | undefined)[] {
  const fields = new Map(
    Object.entries(columns).flatMap(([field, names]) => names.map((name) => [plainName(name), field])),
  );
  const isCoupon = columns === couponColumns;
  return header.map((cell) => {
    const name = plainName(cell);
    const passedOver = name === '' || PASSED_OVER.has(name) || (isCoupon && name === 'id');
    return fields.get(name) ?? (passedOver ? null : undefined);
  });
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_()-]/g, '');
}
