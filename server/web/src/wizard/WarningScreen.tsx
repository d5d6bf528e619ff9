import { Warning32Filled } from '@fluentui/react-icons/svg/warning';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Linked } from '../shell/Linked.tsx';
import { Script } from '../shell/Script.tsx';
import { Frame } from './Frame.tsx';

/** A warning between two pages. Its default is Back: going on has to be meant. */
export function WarningScreen() {
  const { session, view } = useInstallation();
  const { page, tasks } = view;
  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      isBackDefault
      next={{ label: say('&Next'), onClick: () => void session.send({ type: 'acknowledge', page: page.id }) }}
    >
      <div className="warning">
        <span className="triangle" aria-hidden="true">
          <Warning32Filled />
        </span>
        <div>
          <p className="lead">{page.guide.text}</p>
          <p className="aside">{say('Guide: {step}', { step: page.guide.step })}</p>
          {tasks.map(({ id, title, detail, script }) => (
            <div key={id} className="errand">
              <p>
                <Linked text={detail} />
              </p>
              {script && <Script label={title} text={script} />}
            </div>
          ))}
        </div>
      </div>
    </Frame>
  );
}
