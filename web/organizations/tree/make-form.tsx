import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { kindsBelow, type KindBelow } from '../../../domain/organizations/options.ts';
import { useCountryOptions } from '../../accounts/sign-up/countries.ts';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault, type FormState } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PersonFields } from '../person-fields.tsx';
import type { LoginIdKind } from '../person.ts';
import { makeFaults, type MakeFault, type MakeField } from './make-faults.ts';
import type { MakeDraft } from './make-state.ts';
import { ParentChoice } from './parent-choice.tsx';

type Offered = { kinds: KindBelow[]; loginIdKinds: Partial<Record<KindBelow, LoginIdKind>> };
type Props = {
  organization: string;
  draft: Draft<MakeDraft>;
  offered: Offered;
  /** What the server found wrong after the confirmation. */
  refused: readonly MakeFault[];
  next: () => void;
};

export function MakeForm({ organization, draft, offered, refused, next }: Props) {
  const t = useTranslations('organizations.make');
  const problemText = useProblemText();
  const nameOf = useFieldName();
  const session = useSession();
  const form = useForm<MakeDraft, MakeField>(draft.values);
  const { values } = form;
  const { busy, problem, run } = useAction();
  const loginIdKind = (values.kind && offered.loginIdKinds[values.kind]) || 'mail';
  const named = ({ field, text }: MakeFault): Fault<MakeField> => ({ field, label: nameOf(field), text });

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<MakeDraft>, fields: readonly MakeField[]): void {
    form.replace({ ...values, ...part });
    for (const field of fields) form.clear(field);
    draft.change({ ...part, key: '' });
  }
  function submit(): void {
    const faults = makeFaults(values, loginIdKind).map(({ field, code, params }) =>
      named({ field, text: field === 'kind' ? t('chooseKind') : problemText(code, params) }),
    );
    if (!form.show(faults)) return;
    void run(async () => {
      await draft.commit({});
      next();
    });
  }

  return (
    <PageFrame title={t('formTitle')} part={t('part')} width="reading" lead={t('formLead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to="/o/$organization/organizations" params={{ organization }}>
            {t('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('toConfirm')}
          </Button>
        }
      >
        <Card labelledBy="about-it">
          <Stack>
            <h2 id="about-it">{t('aboutIt')}</h2>
            <AboutIt form={form} kinds={offered.kinds} onChange={change} />
            {session.organization.kind === 'maker' && (
              <ParentChoice
                organization={organization}
                id={form.idOf('parent')}
                fault={form.faultOf('parent')}
                chosen={values.parent}
                onChoose={(parent) => change({ parent }, ['parent'])}
              />
            )}
          </Stack>
        </Card>
        <Card labelledBy="about-owner">
          <Stack>
            <h2 id="about-owner">{t('aboutOwner')}</h2>
            <PersonFields
              form={{
                idOf: (field) => form.idOf(`owner-${field}` as MakeField),
                faultOf: (field) => form.faultOf(`owner-${field}` as MakeField),
              }}
              values={values.owner}
              loginIdKind={loginIdKind}
              onChange={(part) =>
                change(
                  { owner: { ...values.owner, ...part } },
                  Object.keys(part).map((field) => `owner-${field}` as MakeField),
                )
              }
            />
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}

type AboutProps = {
  form: FormState<MakeDraft, MakeField>;
  kinds: readonly KindBelow[];
  onChange: (part: Partial<MakeDraft>, fields: readonly MakeField[]) => void;
};

function AboutIt({ form, kinds, onChange }: AboutProps) {
  const t = useTranslations('organizations');
  const countries = useCountryOptions();
  const { values } = form;
  return (
    <>
      <RadioGroup
        required
        cards
        id={form.idOf('kind')}
        label={t('make.kind')}
        fault={form.faultOf('kind')}
        value={values.kind}
        onChange={(next) => onChange({ kind: kindsBelow.find((kind) => kind === next) ?? '' }, ['kind'])}
        choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`), hint: t(`make.kindHints.${kind}`) }))}
      />
      <TextField
        required
        id={form.idOf('name')}
        label={t('make.name')}
        support={t('make.nameHelp')}
        fault={form.faultOf('name')}
        value={values.name}
        onChange={(name) => onChange({ name }, ['name'])}
        autoComplete="off"
      />
      <SelectField
        required
        id={form.idOf('country')}
        label={t('make.country')}
        fault={form.faultOf('country')}
        value={values.country}
        onChange={(country) => onChange({ country }, ['country'])}
        options={countries}
        width="medium"
      />
    </>
  );
}

/** The name of each field, as it stands above it and in the summary of faults. */
function useFieldName(): (field: MakeField) => string {
  const t = useTranslations();
  return (field) => {
    if (field === 'parent') return t('organizations.make.below');
    if (field === 'kind' || field === 'name' || field === 'country') return t(`organizations.make.${field}`);
    return t(`members.invite.${field === 'owner-name' ? 'name' : field === 'owner-mail' ? 'mail' : 'loginId'}`);
  };
}
