import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Box } from '../shell/Box.tsx';

/** The original's question whether it is meant; No is the default. */
export function CancelBox({ onClose }: { onClose(): void }) {
  const { session, view } = useInstallation();
  const isInstalling = view.status === 'installing';
  return (
    <Box
      title={isInstalling ? say('Stop the installation?') : say('Cancel this installation?')}
      onClose={onClose}
      buttons={[
        { label: say('Yes'), onClick: () => void session.send({ type: 'cancel' }).then(onClose) },
        { label: say('No'), isDefault: true, onClick: onClose },
      ]}
    >
      {isInstalling
        ? say('The installer will be asked to stop and to undo what it has done. That takes a while.')
        : say(
            'Nothing has been installed. The answers can still be read, the secrets are destroyed, and the installation cannot be resumed.',
          )}
    </Box>
  );
}
