import { useEffect, useRef, type ReactNode } from 'react';
import { Stack } from '../ui/layout.tsx';
import styles from './page.module.css';
import { useSite, useSiteWords } from './site.ts';

let arrived = false;

type Props = {
  title: string;
  /** What the page is a part of, e.g. the wizard's name. */
  part?: string | undefined;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Forms and texts are easier to read in a narrow column; tables want all there is; `full` also where the screen is very wide, and paper on its side. */
  width?: 'narrow' | 'reading' | 'wide' | 'full';
  children?: ReactNode;
};

/** A page's heading, its title in the browser, and the focus after a change of page. */
export function Page({ title, part, lead, actions, width = 'wide', children }: Props) {
  const words = useSiteWords();
  const site = words(useSite().name);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [title, part, site].filter(Boolean).join(' | ');
  }, [title, part, site]);
  useEffect(() => {
    // Not on the first page of a visit: there the browser starts reading at the top by itself.
    if (arrived) heading.current?.focus();
    arrived = true;
  }, []);
  return (
    <div className={styles['page']} data-width={width}>
      <header className={styles['head']}>
        <div>
          {part && <p className={styles['part']}>{part}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {actions && <div data-print="no">{actions}</div>}
      </header>
      {lead && <div className={styles['lead']}>{lead}</div>}
      <Stack gap="medium">{children}</Stack>
    </div>
  );
}
