import { Box, TablePagination } from '@mui/material';
import { useListContext, useListPaginationContext, useTranslate } from 'react-admin';

import { ListCount } from '#admin/components/list-count.tsx';

const SIZES = [10, 25, 50, 100];
/** To MUI: how many there are is not known. */
const UNKNOWN = -1;

/** How many there are, and the way through them; pages are known only one after the other. */
export function ListPager() {
  const translate = useTranslate();
  const { data = [] } = useListContext();
  const { page, perPage, setPage, setPerPage, hasNextPage, isPending } = useListPaginationContext();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 52, px: 1 }}>
      <ListCount />
      {!isPending && (
        <TablePagination
          component="div"
          count={UNKNOWN}
          page={page - 1}
          rowsPerPage={perPage}
          rowsPerPageOptions={SIZES}
          onPageChange={(_, next) => setPage(next + 1)}
          onRowsPerPageChange={(event) => setPerPage(Number(event.target.value))}
          labelRowsPerPage={<Box sx={PAST_PHONES}>{translate('ra.navigation.page_rows_per_page')}</Box>}
          labelDisplayedRows={({ from }) => (data.length === 0 ? '' : `${from}–${from + data.length - 1}`)}
          getItemAriaLabel={(way) => translate(`ra.navigation.${way}`)}
          slotProps={{ actions: { nextButton: { disabled: hasNextPage !== true } }, select: { sx: PAST_PHONES } }}
        />
      )}
    </Box>
  );
}

const PAST_PHONES = { display: { xs: 'none', sm: 'inline-flex' } };
