import { ComposeStart } from '../notices/compose/start.tsx';
import { windowSubject } from './window-subject.ts';

/** Also the page to change one: then its ID is in the address. */
export function Page() {
  return <ComposeStart subject={windowSubject} />;
}
