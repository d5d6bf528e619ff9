import { Component, type ReactNode, Suspense } from 'react';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { NotLoaded } from './loadParts.ts';

interface LoadingProps {
  readonly children: ReactNode;
  readonly meanwhile: ReactNode;
}

/** Shows something else until what is in it is loaded; and where that does not come, tells so. */
export class Loading extends Component<LoadingProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>;
    // Anything else is a defect, and no matter of loading.
    if (!(error instanceof NotLoaded)) throw error;
    return (
      <div className="lost">
        <Bar
          intent="error"
          title={say('This part of the page could not be loaded')}
          action={{ label: say('Reload the page'), onClick: () => location.reload() }}
        >
          {say(
            'The service does not answer, or it has been updated in the meantime. What you typed is kept in this tab, except for secrets.',
          )}
        </Bar>
      </div>
    );
  }
}
