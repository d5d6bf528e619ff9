import { Spinner } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, use } from 'react';
import { say } from '../language/say.ts';
import { Loading } from './Loading.tsx';
import { loadParts, type Parts } from './loadParts.ts';

/** A component that the first look does without. It shows at once where it is loaded, which it mostly is; else `meanwhile` does. */
export function part<Props extends object>(
  pick: (parts: Parts) => ComponentType<Props>,
  meanwhile: ReactNode = <Spinner className="waiting" label={say('Opening the page')} />,
): (props: Props) => ReactNode {
  const Picked = (props: Props) => {
    const parts = loadParts();
    const Component = pick(parts instanceof Promise ? use(parts) : parts);
    return <Component {...props} />;
  };
  return (props) => (
    <Loading meanwhile={meanwhile}>
      <Picked {...props} />
    </Loading>
  );
}
