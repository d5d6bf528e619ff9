import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
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
    <Bar intent="info" title={say('“{page}” was changed', { page: words(page) })}>
      {[
        ...(here?.reason === 'unanswered' ? [say('This page has to be answered.')] : []),
        ...(here?.reason === 'invalid'
          ? [
              say('The answers given here are no longer valid: {problems}', {
                problems: here.problems.map(({ message }) => message).join(' '),
              }),
            ]
          : []),
        ...(others.length > 0
          ? [say('Still to be asked: {pages}.', { pages: others.map((one) => words(one.page)).join(', ') })]
          : []),
        say('All other answers are kept.'),
      ].join(' ')}
    </Bar>
  );
}
