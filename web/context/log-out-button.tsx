import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { forgetActing } from './acted.ts';
import { basePath } from './address.ts';
import { noteReason, tellOtherTabs } from './leaving.ts';
import { logOut } from './session.ts';

/** Ends the session everywhere in this browser. */
export async function leave(): Promise<void> {
  await logOut();
  noteReason('logged-out');
  forgetActing(); // the next one to log in here is told nothing of it
  tellOtherTabs();
  goOutside('/login?reason=logged-out');
}

/** By a page load of its own, so that nothing private stays in memory. */
export function goOutside(path: string): void {
  location.replace(`${basePath.replace(/\/$/, '')}${path}`);
}

export function LogOutButton({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const { busy, problem, run } = useAction();
  return (
    <>
      <ErrorState problem={problem} />
      <Button kind="secondary" icon="logOut" wide={wide} busy={busy} onClick={() => void run(leave)}>
        {children}
      </Button>
    </>
  );
}
