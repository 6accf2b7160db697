import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { registrationFields } from '../../../domain/devices/fields.ts';
import type { Import } from '../../api/types.ts';
import { useCivilDate } from '../../context/dates.ts';
import { ImportFlow } from '../../imports/import-flow.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useHeading } from '../list/use-heading.ts';
import { useNoun } from '../options.ts';
import { DefaultFields, useDefaults } from './defaults.tsx';

const inFile = ['serial', 'claimCode', 'registeredTo', ...registrationFields] as const;
const told = ['model', 'warrantyUntil', 'state', 'code', 'codeBinary'] as const;
const columns = [...inFile, ...told];
const codes = new Set<string>(['serial', 'claimCode', 'registeredTo', 'model']);
const states = ['new', 'registered-before'] as const;
const rowsMax = 5_000;

/** Many devices from one file (U-04): the room's own preview, all or nothing, and what each row became. */
export function Page() {
  const t = useTranslations('devices.many');
  const noun = useNoun();
  const headings = useTranslations('headings.device-registrations');
  const contributed = useHeading();
  const date = useCivilDate('medium');
  const { organization = '' } = useParams({ strict: false });
  const defaults = useDefaults();
  // The same words as in the file itself; what registering brings besides is called as in the list.
  const titleOf = (column: string): string => {
    const known = columns.find((one) => one === column);
    return known ? headings(known) : contributed(column);
  };
  const cell = (column: string, text: string) => {
    const state = column === 'state' && states.find((one) => one === text);
    if (state) return headings(state);
    if (column === 'warrantyUntil') return date(text);
    const isGiven = !inFile.some((one) => one === column) && column !== 'model';
    if (isGiven)
      return (
        <>
          <Code>{text}</Code> <CopyButton kind="quiet" text={text} name={text} />
        </>
      );
    return codes.has(column) ? <Code>{text}</Code> : text;
  };
  const counts = ({ counts: { new: fresh = 0, 'registered-before': before = 0 } }: Import) => ({ fresh, before });
  return (
    <ImportFlow
      kind="device-registrations"
      title={t('title', noun)}
      lead={
        <Stack gap="small">
          <p>{t('lead')}</p>
          <p>
            {t('orScan')}{' '}
            <Link to="/o/$organization/devices/scan" params={{ organization }}>
              {t('scan')}
            </Link>
          </p>
        </Stack>
      }
      rowsMax={rowsMax}
      titleOf={titleOf}
      cell={cell}
      narrow={[...codes, 'postalCode', 'purchasedOn', 'code', 'codeBinary', 'state', 'warrantyUntil']}
      more={{ asks: <DefaultFields {...defaults} />, give: defaults.give }}
      words={{
        clean: (preview) => t('clean', counts(preview)),
        confirm: t('confirm'),
        confirmTitle: ({ rowCount }) => t('confirmTitle', { rows: rowCount }),
        confirmText: t('confirmText'),
        doneTitle: t('doneTitle', noun),
        done: (result) => t('done', { file: result.fileName, ...counts(result) }),
      }}
      path="/o/$organization/devices/register-many"
      list={{ path: '/o/$organization/devices', label: t('toList', noun) }}
    />
  );
}
