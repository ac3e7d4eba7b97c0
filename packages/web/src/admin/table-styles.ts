import type { CheckboxProps } from '@mui/material';
import type { RaThemeOptions } from 'react-admin';

import type { lightTokens } from '#admin/palette.ts';

/** Dense tables with tabular numbers, and a menu that shows where one is. */
export function tableStyles(tokens: typeof lightTokens): NonNullable<RaThemeOptions['components']> {
  const line = `1px solid ${tokens['--line']}`;
  return {
    // react-admin names the box around a row's checkbox; it is the checkbox that needs the name.
    MuiCheckbox: {
      defaultProps: {
        slotProps: {
          root: { 'aria-label': undefined },
          input: (box: CheckboxProps) => ({ 'aria-label': box['aria-label'] }),
        },
      },
    },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: {
          padding: '6px 10px',
          borderColor: tokens['--line'],
          fontVariantNumeric: 'tabular-nums',
          overflowWrap: 'break-word',
        },
        head: { fontWeight: 600, color: tokens['--muted'], whiteSpace: 'nowrap' },
        paddingCheckbox: { padding: '0 0 0 6px' },
      },
    },
    MuiTableRow: { styleOverrides: { root: { '&.MuiTableRow-hover:hover': { backgroundColor: tokens['--sunken'] } } } },
    RaDataTable: {
      styleOverrides: {
        root: {
          '& .RaDataTable-headerCell': { backgroundColor: tokens['--surface'] },
          '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
        },
      },
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
    // What is wide inside scrolls there; without this it would push the page's edge out.
    RaList: { styleOverrides: { root: { '& .RaList-main': { minWidth: 0 } } } },
    RaShow: { styleOverrides: { root: { '& .RaShow-main, & .RaShow-card': { minWidth: 0 } } } },
    RaEdit: { styleOverrides: { root: { '& .RaEdit-main, & .RaEdit-card': { minWidth: 0 } } } },
    RaCreate: { styleOverrides: { root: { '& .RaCreate-main, & .RaCreate-card': { minWidth: 0 } } } },
    RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent', minHeight: 56 } } } },
    RaTopToolbar: {
      styleOverrides: {
        root: { '&&': { backgroundColor: 'transparent', padding: '4px 0 8px', minHeight: 40, alignItems: 'center' } },
      },
    },
    RaAppBar: { styleOverrides: { root: { '& .RaAppBar-toolbar': { minHeight: 48 } } } },
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
        root: {
          '& .RaBulkActionsToolbar-toolbar': { backgroundColor: tokens['--sunken'], color: tokens['--ink'] },
          // It covers the search above it wholly.
          '& .RaBulkActionsToolbar-toolbar:not(.RaBulkActionsToolbar-collapsed)': {
            height: 57,
            transform: 'translateY(-57px)',
          },
        },
      },
    },
  };
}
