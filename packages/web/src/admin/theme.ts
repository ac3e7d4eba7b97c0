import { defaultTheme, type RaThemeOptions } from 'react-admin';

import { darkTokens, lightTokens } from '#admin/palette.ts';
import { tableStyles } from '#admin/table-styles.ts';

/** Paper and ink, light and dark; vermilion only for what can't be undone (MUI's `error`). */
export const lightTheme = createTheme('light', lightTokens);
export const darkTheme = createTheme('dark', darkTokens);

function createTheme(mode: 'light' | 'dark', tokens: typeof lightTokens): RaThemeOptions {
  const ink = { main: tokens['--ink'], contrastText: tokens['--paper'] };
  const focusRing = { outline: `2px solid ${tokens['--focus']}`, outlineOffset: 2 };
  return {
    ...defaultTheme,
    palette: {
      mode,
      primary: ink,
      secondary: ink,
      error: {
        main: tokens['--accent-ink'],
        dark: tokens['--accent-plate-hover'],
        contrastText: tokens['--on-accent'],
      },
      success: { main: tokens['--success'] },
      text: { primary: tokens['--ink'], secondary: tokens['--muted'] },
      background: { default: tokens['--paper'], paper: tokens['--surface'] },
      divider: tokens['--line'],
    },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: "'Pretendard Variable', Pretendard, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', sans-serif",
      fontSize: 14,
      button: { textTransform: 'none', fontWeight: 600 },
      h5: { fontSize: '1.25rem', fontWeight: 700, letterSpacing: '-0.02em' },
      h6: { fontSize: '1rem', fontWeight: 700, letterSpacing: '-0.01em' },
    },
    sidebar: { width: 208, closedWidth: 52 },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: {
        styleOverrides: {
          // Stronger than tokens.css: the theme may be switched against the system's.
          'html:root': { ...tokens, colorScheme: mode },
          body: { wordBreak: 'keep-all', overflowWrap: 'anywhere' },
          ':focus-visible': focusRing,
          '@media (prefers-reduced-motion: reduce)': {
            '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
      },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiAppBar: {
        defaultProps: { color: 'inherit', elevation: 0 },
        styleOverrides: {
          root: {
            backgroundColor: tokens['--paper'],
            color: tokens['--ink'],
            borderBottom: `1px solid ${tokens['--line']}`,
          },
        },
      },
      // Below a field that is locked it says why, so it is read like any other.
      MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: tokens['--muted'] } } } },
      MuiCard: { styleOverrides: { root: { border: `1px solid ${tokens['--line']}`, boxShadow: 'none' } } },
      MuiDialog: {
        styleOverrides: { paper: { border: `1px solid ${tokens['--line']}`, borderRadius: 12 } },
      },
      MuiMenu: { styleOverrides: { paper: { border: `1px solid ${tokens['--line']}` } } },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: tokens['--line-strong'] } },
      },
      MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
      MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
      MuiTooltip: {
        styleOverrides: { tooltip: { fontSize: 12, backgroundColor: tokens['--ink'], color: tokens['--paper'] } },
      },
      ...tableStyles(tokens),
    },
  };
}
