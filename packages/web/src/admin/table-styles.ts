import type { RaThemeOptions } from 'react-admin';

import type { lightTokens } from '#admin/palette.ts';

/** Dense tables with tabular numbers, and a menu that shows where one is. */
export function tableStyles(tokens: typeof lightTokens): NonNullable<RaThemeOptions['components']> {
  const line = `1px solid ${tokens['--line']}`;
  return {
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '6px 10px', borderColor: tokens['--line'], fontVariantNumeric: 'tabular-nums' },
        head: { fontWeight: 600, color: tokens['--muted'], whiteSpace: 'nowrap' },
        paddingCheckbox: { padding: '0 0 0 6px' },
      },
    },
    MuiTableRow: { styleOverrides: { root: { '&.MuiTableRow-hover:hover': { backgroundColor: tokens['--sunken'] } } } },
    RaDataTable: {
      styleOverrides: { root: { '& .RaDataTable-headerCell': { backgroundColor: tokens['--surface'] } } },
    },
    RaLayout: {
      styleOverrides: {
        root: {
          minWidth: 0, // a wide table scrolls in itself, never the whole page
          '& .RaLayout-appFrame': { marginTop: 48 },
          '& .RaLayout-content': { minWidth: 0, padding: '8px 16px 32px', backgroundColor: tokens['--paper'] },
        },
      },
    },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          margin: '1px 8px',
          padding: '6px 10px',
          borderRadius: 8,
          color: tokens['--muted'],
          '& .RaMenuItemLink-icon': { minWidth: 32, color: 'inherit' },
          '&:hover': { backgroundColor: tokens['--sunken'] },
          '&.RaMenuItemLink-active': {
            backgroundColor: tokens['--sunken'],
            color: tokens['--ink'],
            fontWeight: 600,
          },
        },
      },
    },
    RaSidebar: { styleOverrides: { root: { '& .RaSidebar-fixed': { borderRight: line } } } },
    RaBulkActionsToolbar: {
      styleOverrides: {
        root: { '& .RaBulkActionsToolbar-toolbar': { backgroundColor: tokens['--sunken'], color: tokens['--ink'] } },
      },
    },
  };
}
