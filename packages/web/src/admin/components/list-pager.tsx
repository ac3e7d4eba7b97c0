import { Box } from '@mui/material';
import { Pagination, useListPaginationContext } from 'react-admin';

import { ListCount } from '#admin/components/list-count.tsx';

const SIZES = [10, 25, 50, 100];

/** How many there are, and the way through them. */
export function ListPager() {
  const { hasNextPage } = useListPaginationContext();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 52, px: 1 }}>
      <ListCount />
      {/* On a small screen react-admin leaves the button enabled behind the last page. */}
      <Pagination rowsPerPageOptions={SIZES} slotProps={{ actions: { nextButton: { disabled: !hasNextPage } } }} />
    </Box>
  );
}
