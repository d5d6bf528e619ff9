import { Link, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Refused, send } from '../api/request.ts';
import { useInstallation } from '../api/useSession.ts';
import { Copy } from '../shell/Copy.tsx';

/** The report of the installation so far: for reading, for copying, and to be kept. */
export function ReportTab() {
  const { view } = useInstallation();
  const { id, revision } = view;
  const path = `/api/v1/installations/${id}/report`;
  const [report, setReport] = useState<string | Refused>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may change the report
  useEffect(() => {
    send(path, { headers: { Accept: 'text/markdown' } })
      .then((response) => response.text())
      .then(setReport, (error: unknown) => error instanceof Refused && setReport(error));
  }, [path, revision]);
  return (
    <main id="main" className="sheet wide">
      <h2>The report</h2>
      {report === undefined && <Spinner label="Reading the report" />}
      {report instanceof Refused && <p className="aside">The report can not be shown: {report.message}</p>}
      {typeof report === 'string' && (
        <>
          <p className="downloads">
            <Copy text={report} label="Copy the report" />
            <Link href={`${path}?format=md`} download={`report-${id.slice(0, 8)}.md`}>
              Download as Markdown
            </Link>
            <Link href={`${path}?format=html`} download={`report-${id.slice(0, 8)}.html`}>
              Download as a web page
            </Link>
          </p>
          <pre className="report">{report}</pre>
        </>
      )}
    </main>
  );
}
