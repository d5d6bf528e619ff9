import type { Status } from '../../host/status.ts';
import type { View } from '../../view/view.ts';
import type { Connection } from '../connection.ts';
import { describeView, nextOf } from '../describeView.ts';
import type { Ending } from '../exitCodes.ts';
import type { Output } from '../output.ts';
import { Left, type Surroundings } from '../surroundings.ts';
import { isBusy } from '../untilSettled.ts';
import { acknowledgeError, acknowledgeWarning } from './acknowledge.ts';
import { afterFailure } from './afterFailure.ts';
import { askPage } from './askPage.ts';
import { closeTasks } from './closeTasks.ts';
import { Prompts } from './prompts.ts';
import { review } from './review.ts';
import type { Screen } from './talk.ts';
import { wait } from './wait.ts';

/** What each kind of screen is in the terminal. */
const screens: Readonly<Record<Exclude<Status, 'finished' | 'cancelled'>, Screen>> = {
  asking: askPage,
  checking: wait,
  warning: acknowledgeWarning,
  error: acknowledgeError,
  ready: review,
  installing: wait,
  failed: afterFailure,
  postInstallation: closeTasks,
};

/** Goes through an installation with somebody at the terminal, screen by screen, until it ends or they leave. */
export async function converse({
  view: begun,
  connection,
  surroundings,
  out,
}: {
  readonly view: View;
  readonly connection: Connection;
  readonly surroundings: Surroundings;
  readonly out: Output;
}): Promise<Ending> {
  const { api, again } = connection;
  const talk = { api, prompts: new Prompts(surroundings), leave: surroundings.leave, called: surroundings.called };
  let view = begun;
  try {
    while (view.status !== 'finished' && view.status !== 'cancelled') {
      const turn = await (isBusy(view) ? wait : screens[view.status])(talk, view);
      if (turn === 'later') {
        out.line(`\nLeft for now. Take it up again with:\n  ${again(`resume ${view.id}`)}`);
        return 'done';
      }
      view = turn;
    }
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    out.line(`\nLeft. Take it up again with:\n  ${again(`resume ${view.id}`)}`);
    return 'left';
  }
  if (view.status === 'finished') talk.prompts.say.done(['Finished.', ...nextOf(view, again)].join('\n'));
  else talk.prompts.say.warning(describeView(view, again).join('\n'));
  return view.status === 'finished' ? 'done' : 'stopped';
}
