import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { cssVariables, neutralBrand, theme } from './theme.ts';

const colourScheme = localStorageColorSchemeManager({ key: 'engawa-colours' }); // start.js reads the same key

/** Light or dark follows the system until the person chooses; `colour` is the site's brand. */
export function ThemeProvider({
  colour = neutralBrand,
  children,
}: {
  colour?: string | undefined;
  children: ReactNode;
}) {
  const resolver = useMemo(() => cssVariables(colour), [colour]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={colourScheme}
      defaultColorScheme="auto"
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
