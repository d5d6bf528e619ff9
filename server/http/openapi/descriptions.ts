import { describeAnswers } from '../routes/answers.ts';
import { describeAudit } from '../routes/audit.ts';
import { describeChecklist } from '../routes/checklist.ts';
import { describeCollection } from '../routes/collection.ts';
import { describeChart } from '../routes/describeChart.ts';
import { describeInstallations } from '../routes/describeInstallations.ts';
import { describeLog } from '../routes/log.ts';
import { describeOpenApi } from '../routes/openApi.ts';
import { describeOperations } from '../routes/operations.ts';
import { describePackageListing } from '../routes/package.ts';
import { describePageBehind } from '../routes/pageBehind.ts';
import { describePages } from '../routes/pages.ts';
import { describePlan } from '../routes/plan.ts';
import { describeReport } from '../routes/report.ts';
import { describeRunners } from '../routes/runners.ts';
import { describeSecret } from '../routes/secret.ts';
import { openApiDocument } from './document.ts';

/** Every call, each described in the file of its route. A route that is added gets its line here. */
export const descriptions = [
  describeInstallations,
  describePageBehind,
  describeAnswers,
  describePlan,
  describePackageListing,
  describeSecret,
  describeAudit,
  describeLog,
  describeReport,
  describeCollection,
  describeRunners,
  describeChecklist,
  describePages,
  describeChart,
  describeOpenApi,
  describeOperations,
];

/** The document of this API. */
export const ownDocument = openApiDocument(descriptions);
