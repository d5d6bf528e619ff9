import { Link } from '@fluentui/react-components';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import { inLanguage } from '../language/language.ts';
import { say } from '../language/say.ts';
import './report.css';

/** The report of the installation so far: for reading, and to be kept. */
export function ReportTab() {
  const { view } = useInstallation();
  const { id, status } = view;
  const path = `${pathOf(id)}/report`;
  const file = `report-${id.slice(0, 8)}`;
  return (
    <main id="main" className="sheet wide">
      <div className="bar">
        <h2>{say('The report')}</h2>
        <span className="downloads">
          {say('Download:')}
          <Link href={inLanguage(`${path}?format=html`)} download={`${file}.html`}>
            {say('Web page')}
          </Link>
          <Link href={inLanguage(`${path}?format=md`)} download={`${file}.md`}>
            {say('Markdown')}
          </Link>
        </span>
      </div>
      <iframe key={status} className="report" sandbox="" src={inLanguage(`${path}?format=html`)} title={say('The report')} />
    </main>
  );
}
