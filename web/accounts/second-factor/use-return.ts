import { useSearch } from '@tanstack/react-router';

/** Where somebody wanted to go before a second factor was asked of them; carried from page to page. */
export function useReturn(): { return?: string } {
  const { return: wanted }: { return?: unknown } = useSearch({ strict: false });
  return typeof wanted === 'string' ? { return: wanted } : {};
}
