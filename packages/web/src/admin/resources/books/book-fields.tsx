import { Box } from '@mui/material';
import { required, TextInput } from 'react-admin';

import { CoverInput } from '#admin/resources/books/cover/cover-input.tsx';

const NEEDED = required();

/** The inputs of a book, for making and editing one. The server has the rules and says what breaks them. */
export function BookFields() {
  return (
    <>
      <TextInput source="title" validate={NEEDED} helperText={false} />
      <TextInput source="author" validate={NEEDED} helperText={false} />
      <TextInput source="description" multiline minRows={4} helperText={false} />
      <Box sx={{ mt: 1.5, width: 1 }}>
        <CoverInput />
      </Box>
    </>
  );
}
