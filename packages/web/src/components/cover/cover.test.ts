import { describe, expect, it } from 'vitest';

import { coverDesign } from '#components/cover/cover-design.ts';
import { coverHash } from '#components/cover/cover-hash.ts';
import { cutLine, MEASURE, widthOf } from '#components/cover/text-width.ts';
import { titleLines } from '#components/cover/title-lines.ts';

const BOOKS: [string, string][] = [
  ['무정', '이광수'],
  ['날개', '이상'],
  ['운수 좋은 날', '현진건'],
  ['봄·봄', '김유정'],
  ['메밀꽃 필 무렵', '이효석'],
  ['상록수', '심훈'],
  ['탁류', '채만식'],
  ['감자', '김동인'],
  ['인간문제', '강경애'],
  ['벙어리 삼룡이', '나도향'],
  ['탈출기', '최서해'],
  ['구운몽', '김만중'],
  ['이상한 나라의 앨리스', '루이스 캐럴'],
  ['오만과 편견', '제인 오스틴'],
  ['프랑켄슈타인', '메리 셸리'],
  ['변신', '프란츠 카프카'],
  ['나는 고양이로소이다', '나쓰메 소세키'],
];

describe('coverHash', () => {
  it('never changes: a book keeps its face from one version of the page to the next', () => {
    expect(coverHash('')).toBe(coverHash(''));
    expect([coverHash('무정'), coverHash('날개'), coverHash('Emma')]).toMatchInlineSnapshot(`
      [
        2644103511,
        4198767491,
        795552782,
      ]
    `);
  });
});

describe('coverDesign', () => {
  it('is decided by title and author alone', () => {
    expect(coverDesign('무정', '이광수')).toEqual(coverDesign('무정', '이광수'));
    expect(coverDesign('무정', '이광수')).not.toEqual(coverDesign('무정', '이상'));
  });

  it('does not mind how Hangul is composed', () => {
    expect(coverDesign('무정'.normalize('NFD'), '이광수')).toEqual(coverDesign('무정', '이광수'));
  });

  it('gives no two of these books the same plate with the same figure', () => {
    const faces = BOOKS.map(([title, author]) => {
      const { plate, figure } = coverDesign(title, author);
      return `${plate.ground} ${figure}`;
    });
    expect(new Set(faces).size).toBe(BOOKS.length);
  });
});

describe('titleLines', () => {
  it('sets a short title on one large line', () => {
    expect(titleLines('무정')).toEqual({ lines: ['무정'], size: 62 });
  });

  it('breaks Korean between words', () => {
    expect(titleLines('운수 좋은 날').lines.join('|')).toBe('운수|좋은 날');
    expect(titleLines('메밀꽃 필 무렵').lines.join('|')).toBe('메밀꽃|필 무렵');
  });

  it('breaks Latin titles between words too', () => {
    const { lines, size } = titleLines('The Strange Case of Dr Jekyll and Mr Hyde');
    expect(lines.join(' ')).toBe('The Strange Case of Dr Jekyll and Mr Hyde');
    expect(size).toBeGreaterThanOrEqual(19);
  });

  it('keeps words whole in a title that fits in no size', () => {
    const title = '회귀한 천재 요리사는 마왕성 지하 삼층에서 아무도 모르게 편의점을 열기로 했습니다만';
    const { lines } = titleLines(title);
    const words = new Set(title.split(' '));
    expect(lines).toHaveLength(4);
    expect(
      lines
        .join(' ')
        .replace('…', '')
        .split(' ')
        .every((word) => words.has(word)),
    ).toBe(true);
  });

  it('breaks a word by letters only when it is longer than a line', () => {
    const { lines, size } = titleLines('나의 가나다라마바사아자차카타파하 이야기');
    expect(lines.slice(0, 2)).toEqual(['나의', '가나다라마바사아자']);
    expect(lines.every((line) => widthOf(line) * size <= MEASURE)).toBe(true);
  });

  it('cuts a title that fits in no size', () => {
    const { lines } = titleLines('가나다라마바사아자차카타파하'.repeat(5));
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/…$/u);
  });
});

describe('cutLine', () => {
  it('leaves what fits, and cuts the rest at a word with an ellipsis', () => {
    expect(cutLine('이광수', 11.5)).toBe('이광수');
    const long = '표도르 미하일로비치 도스토옙스키와 그의 번역가들 일동';
    expect(cutLine(long, 11.5)).toBe('표도르 미하일로비치…');
    expect(widthOf(cutLine(long, 11.5)) * 11.5).toBeLessThanOrEqual(MEASURE);
    expect(cutLine('가'.repeat(40), 11.5)).toMatch(/^가+…$/u);
  });
});
