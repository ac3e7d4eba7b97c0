import RepeatIcon from '@mui/icons-material/EventRepeatOutlined';
import type { ResourceProps } from 'react-admin';

import { DropCreate } from '#admin/resources/recurringDrops/drop-create.tsx';
import { DropEdit } from '#admin/resources/recurringDrops/drop-edit.tsx';
import { DropList } from '#admin/resources/recurringDrops/drop-list.tsx';
import { DropShow } from '#admin/resources/recurringDrops/drop-show.tsx';

export const recurringDrops: ResourceProps = {
  name: 'recurringDrops',
  icon: RepeatIcon,
  recordRepresentation: 'numberPattern',
  list: DropList,
  create: DropCreate,
  edit: DropEdit,
  show: DropShow,
};
