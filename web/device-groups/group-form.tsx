import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { checkGroupName, groupNameWidthMax } from '../../domain/counters/group-name.ts';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { useAction } from '../ui/use-action.ts';
import { DevicePicker } from './device-picker.tsx';
import { groupsKey, groupsQuery, type Member, type Wish } from './requests.ts';

type Props = {
  organization: string;
  initial: Wish;
  /** The devices that can be in it: its own, and those in no group. */
  offered: readonly Member[];
  /** What the list says afterwards. */
  saved: 'made' | 'changed';
  save: (wish: Wish) => Promise<unknown>;
  /** The server would not; what it says now is read anew. */
  onRefused: (problem: unknown) => Promise<void>;
};

const fields = ['name', 'devices'] as const;

/** Name and devices of a group (C-09); what is wrong stands at its field, and nothing that was typed is lost. */
export function GroupForm({ organization, initial, offered, saved, save, onRefused }: Props) {
  const t = useTranslations('device-groups.form');
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm(initial);
  const { busy, problem, run } = useAction();
  const labels = { name: t('name'), devices: t('devices') };

  async function store(): Promise<void> {
    await save(form.values);
    await client.invalidateQueries({ queryKey: groupsKey, refetchType: 'none' });
    // The list is there with what was saved when it opens.
    await client.fetchQuery(groupsQuery(organization));
    // What was changed is no longer what the list of devices shows.
    await client.invalidateQueries({ queryKey: ['devices'], refetchType: 'none' });
    await navigate({
      to: '/o/$organization/device-groups',
      params: { organization },
      search: { done: saved } as never,
    });
  }
  function explain(refused: unknown): boolean {
    const isMeanwhile = isChangedMeanwhile(refused);
    void onRefused(refused);
    const faults = fields.flatMap((field) => {
      const text = refusedAt(refused, `/${field}`);
      return text === '' ? [] : [{ field, label: labels[field], text }];
    });
    return isMeanwhile || (faults.length > 0 && !form.show(faults));
  }
  function submit(): void {
    const name = checkGroupName(form.values.name);
    const faults = name.ok
      ? []
      : [{ field: 'name' as const, label: labels.name, text: problemText(`counters/${name.code}`, name.params) }];
    if (form.show(faults)) void run(store, explain);
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
        <ButtonTo kind="quiet" to="/o/$organization/device-groups" params={{ organization }}>
          {t('cancel')}
        </ButtonTo>
      }
    >
      <TextField
        id={form.idOf('name')}
        label={labels.name}
        required
        support={t('nameHelp', { max: groupNameWidthMax, wide: groupNameWidthMax / 2 })}
        fault={form.faultOf('name')}
        value={form.values.name}
        onChange={(value) => form.set('name', value)}
        autoComplete="off"
      />
      <DevicePicker
        id={form.idOf('devices')}
        label={labels.devices}
        fault={form.faultOf('devices')}
        offered={offered}
        chosen={form.values.devices}
        onChange={(devices) => form.set('devices', devices)}
      />
    </FormCard>
  );
}
