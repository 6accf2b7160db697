import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { useNoun, useOptions } from '../options.ts';
import { EmptyDevices } from '../parts.tsx';
import { listDevices } from '../requests.ts';
import { ownColumns, ownConditions } from './columns.ts';
import { DeviceSearch } from './device-search.tsx';
import { useDeviceColumns } from './use-device-columns.tsx';
import { useListColumns } from './use-list-columns.ts';

/** More columns want the whole of a wide screen. */
const wideColumnsMax = 8;

/** Registered devices with a condition for each column (U-05); the site says which columns, and in what order. */
export function Page() {
  const t = useTranslations('devices');
  const noun = useNoun();
  const { sort } = useOptions();
  const { organization = '' } = useParams({ strict: false });
  const { permissions, organization: own } = useSession();
  const seesAll = own.kind === 'maker';
  const { contributed, conditions } = useListColumns();
  const [state, setState] = useListState(
    [...ownConditions, ...conditions.map(({ key }) => key)],
    [...ownColumns, ...contributed],
  );
  const query = useQuery({
    queryKey: ['devices', siteId, organization, 'list', state],
    queryFn: () => listDevices(organization, state),
    placeholderData: keepPreviousData,
  });
  const columns = useDeviceColumns(organization, seesAll);
  const register = permissions.includes('devices:register') && (
    <Row>
      <ButtonTo to="/o/$organization/devices/register" params={{ organization }} icon="plus">
        {t('cards.registerAction', noun)}
      </ButtonTo>
    </Row>
  );
  return (
    <PageFrame
      title={t('list.title', noun)}
      lead={`${seesAll ? t('list.leadAll', noun) : t('list.lead', noun)} ${sort === '-registeredAt' ? t('list.newest') : ''}`.trim()}
      actions={register}
      width={columns.length > wideColumnsMax ? 'full' : 'wide'}
    >
      <DeviceSearch
        key={JSON.stringify(state.search)}
        organization={organization}
        conditions={conditions}
        seesAll={seesAll}
        refused={query.error}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('list.name', noun)}
        query={query}
        columns={columns}
        rowKey={(row) => row.registration}
        state={state}
        onChange={setState}
        emptyText={t('list.emptyText', noun)}
        emptyPart={<EmptyDevices organization={organization} />}
        actions={<ExportButton organization={organization} kind="devices" conditions={conditionsOf(state)} />}
      />
    </PageFrame>
  );
}
