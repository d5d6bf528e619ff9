import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';

/** What the page is about, and the step of the installation guide that it stands for. */
export function Guidance() {
  const { view } = useInstallation();
  const { guide } = view.page;
  return (
    <div className="guidance">
      <p>{guide.text}</p>
      <p className="aside">{say('Guide: {step}', { step: guide.step })}</p>
    </div>
  );
}
