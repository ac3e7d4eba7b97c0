import { Box, Card, CardContent, Typography } from '@mui/material';
import { EditButton, TopToolbar, useRecordContext } from 'react-admin';

import { CoverThumb } from '#admin/components/cover-thumb.tsx';
import { History } from '#admin/components/history.tsx';
import { MomentField } from '#admin/components/moment-field.tsx';
import { RecordDelete } from '#admin/components/record-delete.tsx';
import { StaffShow } from '#admin/components/staff-show.tsx';
import type { StaffBookFieldsFragment } from '#admin/generated/operations.ts';
import { BookCoupons } from '#admin/resources/books/book-coupons.tsx';

/** A book, its coupons, and what staff did to it. */
export function BookShow() {
  return (
    <StaffShow
      actions={
        <TopToolbar>
          <RecordDelete type="BOOK" />
          <EditButton />
        </TopToolbar>
      }
      component="div"
    >
      <BookPage />
    </StaffShow>
  );
}

function BookPage() {
  const book = useRecordContext<StaffBookFieldsFragment>();
  if (!book) return null;
  return (
    <>
      <Card>
        <CardContent sx={{ display: 'flex', gap: 3 }}>
          <CoverThumb width={120} />
          <Box sx={{ minWidth: 0 }}>
            <Typography component="h2" variant="h5">
              {book.title}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{book.author}</Typography>
            <Typography sx={{ mt: 1.5, whiteSpace: 'pre-line', maxWidth: '68ch' }}>{book.description}</Typography>
            <Typography component="div" variant="body2" sx={{ mt: 1.5, color: 'text.secondary' }}>
              <MomentField source="createdAt" />
            </Typography>
          </Box>
        </CardContent>
      </Card>
      <BookCoupons bookId={book.id} />
      <History objectType="BOOK" objectId={book.id} />
    </>
  );
}
