import { useInstallation } from '../api/useSession.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';

/** While earlier answers are being changed: why this page is asked, and which others will be. */
export function AskedByChange() {
  const { view } = useInstallation();
  if (!view.change || view.status === 'checking') return null;
  const { page, asks } = view.change;
  const here = asks.find((one) => one.page === view.page.id);
  const others = asks.filter((one) => one !== here);
  if (!here && others.length === 0) return null;
  return (
    <Bar intent="info" title={`“${words(page)}” was changed`}>
      {here?.reason === 'unanswered' && 'This page has to be answered. '}
      {here?.reason === 'invalid' &&
        `What was answered here does not hold any more: ${here.problems.map(({ message }) => message).join(' ')} `}
      {others.length > 0 && `Still to be asked: ${others.map((one) => words(one.page)).join(', ')}. `}
      All other answers stay.
    </Bar>
  );
}
