import CodesIcon from '@mui/icons-material/QrCode2Outlined';
import type { ResourceProps } from 'react-admin';

import { BatchCreate } from '#admin/resources/couponBatches/batch-create.tsx';
import { BatchList } from '#admin/resources/couponBatches/batch-list.tsx';
import { BatchShow } from '#admin/resources/couponBatches/batch-show.tsx';

export const couponBatches: ResourceProps = {
  name: 'couponBatches',
  icon: CodesIcon,
  recordRepresentation: 'pattern',
  list: BatchList,
  create: BatchCreate,
  show: BatchShow,
};
