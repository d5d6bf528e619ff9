import { Spinner } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, use } from 'react';
import { say } from '../language/say.ts';
import { Loading } from './Loading.tsx';
import { restOfPage } from './loadRest.ts';

type Rest = Awaited<ReturnType<typeof restOfPage>>;

/** A component of the rest of the page. It shows at once where that is loaded, which it mostly is; `meanwhile` stands there until then. */
export function part<Props extends object>(
  pick: (rest: Rest) => ComponentType<Props>,
  meanwhile: ReactNode = <Spinner className="waiting" label={say('Opening the page')} />,
): (props: Props) => ReactNode {
  const Picked = (props: Props) => {
    const rest = restOfPage();
    const Component = pick(rest instanceof Promise ? use(rest) : rest);
    return <Component {...props} />;
  };
  return (props) => (
    <Loading meanwhile={meanwhile}>
      <Picked {...props} />
    </Loading>
  );
}
