import { Skeleton, Table, TableBody, TableCell, TableRow } from '@mui/material';
import { useListContext } from 'react-admin';

interface ListSkeletonProps {
  columns: number;
  /** In pixels, of a row when it is there. */
  rowHeight: number;
}

/** A table of the size that it will have: nothing jumps when the rows come. */
export function ListSkeleton({ columns, rowHeight }: ListSkeletonProps) {
  const { perPage } = useListContext();
  return (
    <Table aria-hidden="true">
      <TableBody>
        {/* The heading, and a row for each that may come. */}
        {Array.from({ length: perPage + 1 }, (_, row) => (
          <TableRow key={row} sx={{ height: row === 0 ? 42 : rowHeight }}>
            {Array.from({ length: columns }, (_, column) => (
              <TableCell key={column}>
                <Skeleton width={row === 0 ? 56 : `${50 + ((row * 7 + column * 13) % 40)}%`} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
