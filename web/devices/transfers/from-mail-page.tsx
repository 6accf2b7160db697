import { Navigate, useParams } from '@tanstack/react-router';
import { useSession } from '../../context/session.ts';

/** Where a mail leads: it does not know in which organization its reader works. */
export function Page() {
  const { transfer = '' } = useParams({ strict: false });
  const { organization } = useSession();
  return (
    <Navigate to="/o/$organization/transfers/$transfer" params={{ organization: organization.id, transfer }} replace />
  );
}
