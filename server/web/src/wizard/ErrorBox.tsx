import { Warning32Filled } from '@fluentui/react-icons/svg/warning';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Box } from '../shell/Box.tsx';

/** An error box on top of its page. Its only answer is OK, which leads back to the page. */
export function ErrorBox() {
  const { session, view } = useInstallation();
  const { page, problems } = view;
  const dismiss = () => void session.send({ type: 'acknowledge', page: page.id });
  return (
    <Box title={page.title} onClose={dismiss} buttons={[{ label: say('OK'), isDefault: true, onClick: dismiss }]}>
      <div className="warning">
        <span className="triangle" aria-hidden="true">
          <Warning32Filled />
        </span>
        <div>
          <p>{page.guide.text}</p>
          {problems.map(({ code, detail }) => (
            <p key={code} className="said lines">
              {detail}
            </p>
          ))}
          <p className="aside">{say('Guide: {step}', { step: page.guide.step })}</p>
        </div>
      </div>
    </Box>
  );
}
