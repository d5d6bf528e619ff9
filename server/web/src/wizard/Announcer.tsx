import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';

/** Tells a screen reader what changed on screen. */
export function Announcer() {
  const { view } = useInstallation();
  const { status, page, step, problems } = view;
  const text =
    status === 'checking'
      ? say('Checking the answers.')
      : `${page.title}. ${page.subtitle}. ${say('Step {index} of {total}', { index: step.index, total: step.of })}. ${problems.map(({ title }) => title).join('. ')}`;
  return (
    <div role="status" className="hidden">
      {text}
    </div>
  );
}
