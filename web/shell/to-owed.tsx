import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwedStep } from '../../domain/accounts/owed.ts';
import { capabilities } from '../capabilities.ts';
import { Go } from '../context/go.tsx';

/** To where a session does what it owes, and from there back to where somebody wanted to go. */
export function ToOwed({ step }: { step: OwedStep }) {
  const { href, search } = useLocation();
  const wanted: unknown = search.return;
  // Read once: while this leads away the address is already another one. From one step to the next the wish stays.
  const [there] = useState(typeof wanted === 'string' ? wanted : href);
  const page = capabilities.flatMap(({ pages }) => pages).find(({ owed }) => owed === step);
  return page ? <Go to={page.path} search={{ return: there }} /> : null;
}
