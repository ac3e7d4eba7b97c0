import type { ReactNode } from 'react';

import type { CoverDesign, FigureName } from '#components/cover/cover-design.ts';

interface Drawing {
  figure: string;
  second: string;
  variant: number;
}

const DRAW: Record<FigureName, (drawing: Drawing) => ReactNode> = { arc, grid, wave, sun };

/** The figure in the lower part of a cover, y 176–300 of the 200 × 300 drawing; it may run off the edges. */
export function CoverFigure({ design }: { design: CoverDesign }) {
  const { figure, second } = design.plate;
  return DRAW[design.figure]({ figure, second, variant: design.variant });
}

/** Rings round a corner or round the foot of the page. */
function arc({ figure, second, variant }: Drawing) {
  const x = [0, 200, 100, 150][variant] ?? 0;
  // The last one is a whole disc of rings, like the year rings of a tree.
  const y = variant === 3 ? 236 : 300;
  const radii = variant === 3 ? [10, 32, 54] : [22, 46, 70, 94, 118];
  return (
    <g fill="none" strokeWidth="11">
      {radii.map((radius, index) => (
        <circle key={radius} cx={x} cy={y} r={radius} stroke={index === variant % 3 ? second : figure} />
      ))}
    </g>
  );
}

/** Squares on a grid, some of them rounded: a window at night, a sheet of manuscript paper. */
function grid({ figure, second, variant }: Drawing) {
  const cells = Array.from({ length: 32 }, (_, index) => ({ column: index % 8, row: Math.floor(index / 8) }));
  const accents = [9, 14, 18, 21][variant] ?? 9;
  return (
    <g>
      {cells.map(({ column, row }, index) => {
        const stepped = [column + row >= 4, row >= 3 - (column % 4), column - row <= 4, (column + row) % 2 === 0][
          variant
        ];
        if (!stepped) return null;
        const marked = index === accents || index === accents + 11;
        return (
          <rect
            key={index}
            x={18 + column * 21}
            y={190 + row * 21}
            width="17"
            height="17"
            rx={marked ? 8.5 : 1}
            fill={marked ? second : figure}
          />
        );
      })}
    </g>
  );
}

/** Waves, or hills, one before the other. */
function wave({ figure, second, variant }: Drawing) {
  const tops = [196, 222, 248, 274];
  const swing = [16, -16, 26, -26][variant] ?? 16;
  return (
    <g>
      {tops.map((top, index) => {
        const lift = index % 2 === 0 ? swing : -swing;
        const path = `M0 ${top}C40 ${top - lift} 66 ${top - lift} 100 ${top}S160 ${top + lift} 200 ${top}V300H0Z`;
        const plate = index % 2 === 0 ? figure : second;
        return <path key={top} d={path} fill={plate} />;
      })}
    </g>
  );
}

/** A disc and its horizon. */
function sun({ figure, second, variant }: Drawing) {
  const x = [100, 142, 58, 100][variant] ?? 100;
  const radius = variant === 3 ? 60 : 48;
  const y = variant === 3 ? 300 : 236;
  const lines = variant === 3 ? [] : [254, 266, 278, 290];
  return (
    <g>
      <circle cx={x} cy={y} r={radius} fill={figure} />
      {lines.map((top, index) => (
        <rect key={top} x="0" y={top} width="200" height={3 + index * 2} fill={second} />
      ))}
      {variant === 3 && <circle cx={x} cy={y} r="84" fill="none" stroke={second} strokeWidth="6" />}
      {variant === 3 && <circle cx={x} cy={y} r="104" fill="none" stroke={second} strokeWidth="3" />}
    </g>
  );
}
