import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { demoDeviceIds } from '../../../domain/registration-keys/demo.ts';
import type { Category } from '../../api/types.ts';
import { Go } from '../../context/go.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Locked } from '../../ui/form/locked.ts';
import { Stack } from '../../ui/layout.tsx';
import { useOptions } from '../options.ts';
import { demoDesk, demoDraft } from './demo.ts';
import { DemoNote } from './demo-note.tsx';
import { stepIds, type StepId } from './state.ts';
import { Steps } from './steps.tsx';

const here = '/o/$organization/registration-keys/demo/$step';

/** The wizard to look through: the same steps, filled in, with nothing behind them (K-08). */
export function Page() {
  const t = useTranslations('registration-keys.demo');
  const { organization = '', step } = useParams({ strict: false });
  const category = useOptions().categories.find((one) => one.issuedHere);
  const current = stepIds.find((id) => id === step);
  if (!category) return <PageFrame title={t('title')} lead={t('nothingToShow')} />;
  if (!current) return <Go to={here} params={{ organization, step: stepIds[0] }} />;
  return (
    <Stack>
      <DemoNote long={current === stepIds[0]} />
      <Locked value={true}>
        <DemoSteps organization={organization} current={current} category={category} />
      </Locked>
    </Stack>
  );
}

function DemoSteps({ organization, current, category }: { organization: string; current: StepId; category: Category }) {
  const t = useTranslations('registration-keys.demo');
  const navigate = useNavigate();
  const { mail } = useSession().user;
  const { registrationIdDigits } = useOptions();
  const words = {
    lines: [t('line1'), t('line2')] satisfies [string, string],
    purposes: [t('purpose1'), t('purpose2'), t('purpose3')],
  };
  return (
    <Steps
      part={t('title')}
      organization={organization}
      desk={demoDesk(category, words, mail)}
      draft={demoDraft(category, words, mail, registrationIdDigits)}
      go={(to) => void navigate({ to: here, params: { organization, step: to } })}
      current={current}
      category={category}
      deviceId={demoDeviceIds[category.idFormat]}
    />
  );
}
