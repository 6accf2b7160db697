import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { checkSizes, placeOfSize } from '../../../domain/counters/paper-choice.ts';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { isChangedMeanwhile } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { countersKey } from '../requests.ts';
import styles from './page.module.css';
import { choosePaper, paperQuery, type PaperChoice } from './requests.ts';

/** What became of the last press. */
type Told = 'saved' | 'restored' | 'meanwhile' | null;

/** Which sizes of paper the lists show (C-10). */
export function Page() {
  const t = useTranslations('paper-sizes');
  const { organization = '' } = useParams({ strict: false });
  const { data, refetch } = useSuspenseQuery({ ...paperQuery(organization), staleTime: 0 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      <Choice
        organization={organization}
        choice={data}
        refresh={async () => {
          const answered = await refetch();
          return answered.data;
        }}
      />
      <Row print={false}>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/counters" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

type Props = { organization: string; choice: PaperChoice; refresh: () => Promise<PaperChoice | undefined> };

function Choice({ organization, choice, refresh }: Props) {
  const t = useTranslations('paper-sizes');
  const names = useTranslations('counters.places');
  const problemText = useProblemText();
  const client = useQueryClient();
  const form = useForm<{ sizes: PaperSize[] }>({ sizes: choice.sizes });
  // What is ticked stays, whatever is read anew behind it.
  const [stored, setStored] = useState(choice);
  const [told, setTold] = useState<Told>(null);
  const { busy, problem, run } = useAction();
  const { sizes } = form.values;
  const say = (some: readonly PaperSize[]) => some.map((size) => names(placeOfSize(size))).join(t('comma'));

  async function save(): Promise<void> {
    await choosePaper(organization, stored.version, sizes);
    const present = await refresh();
    if (present) setStored(present);
    setTold('saved');
    await client.invalidateQueries({ queryKey: countersKey, refetchType: 'none' });
  }
  function explain(refused: unknown): boolean {
    if (!isChangedMeanwhile(refused)) return false;
    void refresh().then((present) => {
      if (present) setStored(present);
      setTold('meanwhile');
    });
    return true;
  }
  function submit(): void {
    setTold(null);
    const read = checkSizes(sizes, choice.counted);
    const faults = read.ok
      ? []
      : [{ field: 'sizes' as const, label: t('sizes'), text: problemText(`counters/${read.code}`) }];
    if (form.show(faults)) void run(save, explain);
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
      beside={
        <Button
          kind="quiet"
          onClick={() => {
            form.replace({ sizes: stored.sizes });
            form.show([]);
            setTold('restored');
          }}
        >
          {t('reset')}
        </Button>
      }
    >
      <div role="status">
        {told && (
          <Notice kind={told === 'meanwhile' ? 'warning' : told === 'saved' ? 'success' : 'info'}>
            {t(told, { sizes: say(stored.sizes) })}
          </Notice>
        )}
      </div>
      <FieldGroup id={form.idOf('sizes')} label={t('sizes')} support={t('help')} required fault={form.faultOf('sizes')}>
        <div className={styles['sizes']}>
          {choice.counted.map((size) => (
            <CheckboxField
              key={size}
              id={`${form.idOf('sizes')}-${size}`}
              label={names(placeOfSize(size))}
              checked={sizes.includes(size)}
              onChange={(on) => {
                setTold(null);
                form.set('sizes', on ? [...sizes, size] : sizes.filter((one) => one !== size));
              }}
            />
          ))}
        </div>
      </FieldGroup>
    </FormCard>
  );
}
