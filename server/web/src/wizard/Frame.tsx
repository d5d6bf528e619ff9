import { ArrowDownload28Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Mail48Filled } from '@fluentui/react-icons/svg/mail';
import { Person48Filled } from '@fluentui/react-icons/svg/person';
import type { ReactNode } from 'react';
import { Buttons, type ButtonsProps } from './Buttons.tsx';
import { Notices } from './Notices.tsx';
import { useFocus } from './useFocus.ts';

interface FrameProps extends ButtonsProps {
  readonly title: string;
  readonly subtitle?: string;
  /** The first and the last page have the original's picture at their side. */
  readonly isCover?: boolean;
  readonly children: ReactNode;
}

/** The wizard's window: title and subtitle above, the buttons below. */
export function Frame({ title, subtitle, isCover = false, children, ...buttons }: FrameProps) {
  const body = useFocus();
  return (
    <section className={`frame ${isCover ? 'cover' : ''}`} aria-labelledby="page-title">
      {isCover && (
        <div className="band" aria-hidden="true">
          <Mail48Filled />
          <Person48Filled />
        </div>
      )}
      <header>
        <div>
          <h2 id="page-title" tabIndex={-1}>
            {title}
          </h2>
          {subtitle && <p>{subtitle}</p>}
        </div>
        <span className="emblem" aria-hidden="true">
          <ArrowDownload28Regular />
        </span>
      </header>
      <div className="body" ref={body}>
        <Notices />
        {children}
      </div>
      <Buttons {...buttons} />
    </section>
  );
}
