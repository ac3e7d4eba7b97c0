import { coverDesign } from '#components/cover/cover-design.ts';
import { CoverFigure } from '#components/cover/cover-figure.tsx';
import css from '#components/cover/cover.module.css';
import { cutLine } from '#components/cover/text-width.ts';
import { TITLE_LEADING, titleLines } from '#components/cover/title-lines.ts';
import { textLang } from '#i18n/text-lang.ts';

const TOP = 34;
const AUTHOR_SIZE = 11.5;

/** A cover drawn from title and author, one of a series. Reads to assistive technology as one image. */
export function DrawnCover({ title, author, label }: { title: string; author: string; label: string }) {
  const design = coverDesign(title, author);
  const { lines, size } = titleLines(title);
  const { ground, text, figure } = design.plate;
  const foot = TOP + (lines.length * TITLE_LEADING - 0.16) * size;
  return (
    <svg className={css['picture']} viewBox="0 0 200 300" role="img" aria-label={label} lang={textLang(label)}>
      <rect width="200" height="300" fill={ground} />
      <CoverFigure design={design} />
      <rect x="18" y="18" width="22" height="4" fill={figure} />
      <g fill={text} aria-hidden="true">
        <text fontSize={size} fontWeight="800" letterSpacing={size * -0.035}>
          {lines.map((line, index) => (
            <tspan key={index} x="17" y={TOP + size * (0.86 + index * TITLE_LEADING)}>
              {line}
            </tspan>
          ))}
        </text>
        <text x="18" y={foot + 19} fontSize={AUTHOR_SIZE} fontWeight="500" opacity="0.86">
          {cutLine(author, AUTHOR_SIZE)}
        </text>
      </g>
    </svg>
  );
}
