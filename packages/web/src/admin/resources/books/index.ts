import BookIcon from '@mui/icons-material/MenuBookOutlined';
import { ListGuesser, type ResourceProps } from 'react-admin';

export const books: ResourceProps = { name: 'books', icon: BookIcon, list: ListGuesser };
