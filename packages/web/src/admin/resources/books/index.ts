import BookIcon from '@mui/icons-material/MenuBookOutlined';
import type { ResourceProps } from 'react-admin';

import { BookCreate } from '#admin/resources/books/book-create.tsx';
import { BookEdit } from '#admin/resources/books/book-edit.tsx';
import { BookList } from '#admin/resources/books/book-list.tsx';
import { BookShow } from '#admin/resources/books/book-show.tsx';

export const books: ResourceProps = {
  name: 'books',
  icon: BookIcon,
  recordRepresentation: 'title',
  list: BookList,
  create: BookCreate,
  edit: BookEdit,
  show: BookShow,
};
