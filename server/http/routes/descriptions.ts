import { openApiDocument } from '../openapi/document.ts';
import { describeAnswers } from './answers.ts';
import { describeAudit } from './audit.ts';
import { describeChecklist } from './checklist.ts';
import { describeCollection } from './collection.ts';
import { describeChart } from './describeChart.ts';
import { describeInstallations } from './describeInstallations.ts';
import { describeLog } from './log.ts';
import { describeOpenApi } from './openApi.ts';
import { describeOperations } from './operations.ts';
import { describePackageListing } from './package.ts';
import { describePageBehind } from './pageBehind.ts';
import { describePages } from './pages.ts';
import { describePlan } from './plan.ts';
import { describeReport } from './report.ts';
import { describeRunners } from './runners.ts';
import { describeSecret } from './secret.ts';

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
