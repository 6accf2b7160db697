import { noticeSubject } from './notice-subject.ts';
import { ComposeStart } from './start.tsx';

/** Also the page to change one: then its ID is in the address. */
export function Page() {
  return <ComposeStart subject={noticeSubject} />;
}
