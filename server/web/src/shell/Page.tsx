import { type ReactNode, useEffect } from 'react';
import { titled } from '../words.ts';

interface PageProps {
  /** The title of the window. */
  readonly title: string;
  /** What stands above, where that says more than the title. */
  readonly heading?: string;
  readonly className?: string;
  /** The buttons beside the heading. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A page that is about no single installation. */
export function Page({ title, heading = title, className = '', actions, children }: PageProps) {
  useEffect(() => {
    document.title = titled(title);
  }, [title]);
  return (
    <main id="main" className={`sheet wide page ${className}`}>
      <div className="bar">
        <h1>{heading}</h1>
        {actions}
      </div>
      {children}
    </main>
  );
}
