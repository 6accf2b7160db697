import { ComposeWizard } from '../notices/compose/wizard.tsx';
import { windowSubject } from './window-subject.ts';

export function Page() {
  return <ComposeWizard subject={windowSubject} />;
}
