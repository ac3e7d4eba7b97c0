import { Box } from '@mui/material';
import { Link } from 'react-router';

/** The way to the book that something is about. */
export function BookLink({ book }: { book: { readonly id: string; readonly title: string } }) {
  return (
    <Box component={Link} to={`/books/${book.id}/show`} sx={{ color: 'text.primary', fontWeight: 600 }}>
      {`『${book.title}』`}
    </Box>
  );
}
