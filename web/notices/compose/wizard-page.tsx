import { noticeSubject } from './notice-subject.ts';
import { ComposeWizard } from './wizard.tsx';

export function Page() {
  return <ComposeWizard subject={noticeSubject} />;
}
