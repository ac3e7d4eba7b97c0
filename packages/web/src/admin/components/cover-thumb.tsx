import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { z } from 'zod';

import { Cover } from '#components/cover/cover.tsx';

const book = z.object({ title: z.string(), author: z.string(), coverUrl: z.string().nullable() });

interface CoverThumbProps {
  /** In pixels; the height follows, 2:3. */
  width?: number;
}

/** The cover of the record, which is a book: its picture, or the one that the reader's page draws. */
export function CoverThumb({ width = 32 }: CoverThumbProps) {
  const { data } = book.safeParse(useRecordContext());
  return <Box sx={{ width, height: width * 1.5, flex: 'none' }}>{data && <Cover book={data} />}</Box>;
}
