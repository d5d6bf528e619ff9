import { useInstallation } from '../api/useSession.ts';

/** Tells a screen reader what changed on screen. */
export function Announcer() {
  const { view } = useInstallation();
  const { status, page, step, problems } = view;
  const text =
    status === 'checking'
      ? 'Checking the answers.'
      : `${page.title}. ${page.subtitle}. Step ${step.index} of ${step.of}. ${problems.map(({ title }) => title).join('. ')}`;
  return (
    <div role="status" className="hidden">
      {text}
    </div>
  );
}
