import UserIcon from '@mui/icons-material/PeopleOutlined';
import type { ResourceProps } from 'react-admin';

import { UserCreate } from '#admin/resources/users/user-create.tsx';
import { UserList } from '#admin/resources/users/user-list.tsx';
import { UserShow } from '#admin/resources/users/user-show.tsx';

export const users: ResourceProps = {
  name: 'users',
  icon: UserIcon,
  recordRepresentation: 'username',
  list: UserList,
  create: UserCreate,
  show: UserShow,
};
