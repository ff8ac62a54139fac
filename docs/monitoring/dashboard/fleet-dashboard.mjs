// Writes ../leasewarden-fleet-dashboard.json: npm install && npm run build. It reads what leasewarden-recording.yml records.
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { from, good, lines, number, rows, source } from './panels.mjs';

const chosen = '{service=~"$service", version=~"$version"}';

/** The recorded figure of the services and versions that were chosen; `more` are further label matchers. */
const of = (recorded, more) => recorded + (more ? chosen.replace('}', `, ${more}}`) : chosen);

const OPEN = 'service_version_site:leasewarden_site_open_leases:sum';
const SUSPECTED = 'service_version_site:leasewarden_site_suspected:sum';
const VERDICTS = 'service_version_verdict:leasewarden_jvms:sum';
const EACH = '{{service}} {{version}}';

const built = new dashboard.DashboardBuilder('Leasewarden fleet')
  .uid('leasewarden-fleet')
  .description('Many JVMs in one picture: which sites leak, in which services and versions, and what the agents do about it')
  .tags(['leasewarden', 'jvm'])
  .refresh('1m')
  .time({ from: 'now-24h', to: 'now' })
  .timezone('browser')
  .withVariable(new dashboard.DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'))
  .withVariable(new dashboard.QueryVariableBuilder('service').label('Service').datasource(source)
    .query('label_values(leasewarden_service_info, service)').multi(true).includeAll(true).refresh(2))
  .withVariable(new dashboard.QueryVariableBuilder('version').label('Version').datasource(source)
    .query('label_values(leasewarden_service_info{service=~"$service"}, version)').multi(true).includeAll(true).allValue('.*').refresh(2))

  .withRow(new dashboard.RowBuilder('Now'))
  .withPanel(number('JVMs', 'That an agent watches', 'none', [[`sum(${of('service_version:leasewarden_jvms:count')})`, 'JVMs']], [good]))
  .withPanel(number('Leaking', 'JVMs whose verdict is leak', 'none',
    [[`sum(${of(VERDICTS, 'leasewarden_verdict="leak"')})`, 'leaking']], [good, from(1, 'red')]))
  .withPanel(number('Not judged yet', 'JVMs with too few collections to tell: unknown is not healthy', 'none',
    [[`sum(${of(VERDICTS, 'leasewarden_verdict="not-enough-data"')})`, 'not judged']], [good]))
  .withPanel(number('First heap full in', 'Of all JVMs, at the present slope', 's',
    [[`min(${of('service_version:leasewarden_heap_exhaustion_seconds:min')}) < Inf`, 'soonest']],
    [{ value: null, color: 'red' }, from(3600, 'orange'), from(86400, 'green')]))
  .withPanel(number('Fullest container', 'Share of its memory limit', 'percentunit',
    [[`max(${of('service_version:leasewarden_container_memory_used:ratio_max')})`, 'fullest']], [good, from(0.9, 'red')]))
  .withPanel(number('False positives', 'Within the last hour; anything but 0 is worth a look', 'none',
    [[`sum(${of('service_version:leasewarden_false_positives:increase1h')})`, 'false positives']], [good, from(1, 'red')]))

  .withRow(new dashboard.RowBuilder('Sites'))
  .withPanel(rows('Suspected sites', 'Value: in how many JVMs the verdict suspects it. The fingerprint stays when a line moves, so versions compare',
    `sort_desc(topk(50, ${of(SUSPECTED)} > 0))`))
  .withPanel(rows('Largest sites', 'Value: leases open in all JVMs of the version', `sort_desc(topk(50, ${of(OPEN)}))`))
  .withPanel(lines('Open leases of suspected sites', 'By fingerprint, over services and versions', 'none',
    [[`sum by (fingerprint) (topk(20, sum by (service, version, fingerprint) (${of(OPEN)}) and on (service, version, fingerprint) ${of(SUSPECTED)} > 0))`,
      '{{fingerprint}}']]))
  .withPanel(lines('Open leases by version', 'A version that brought a leak rises, one that mended it does not', 'none',
    [[`sum by (service, version) (${of('service_version_kind:leasewarden_leases_open:sum')})`, EACH]]))

  .withRow(new dashboard.RowBuilder('Verdicts'))
  .withPanel(lines('JVMs by verdict', 'Of the chosen services and versions', 'none',
    [[`sum by (leasewarden_verdict) (${of(VERDICTS)})`, '{{leasewarden_verdict}}']]))
  .withPanel(lines('Leaking JVMs by version', 'Share of the version\'s JVMs', 'percentunit',
    [[`sum by (service, version) (${of(VERDICTS, 'leasewarden_verdict="leak"')}) / on (service, version) ${of('service_version:leasewarden_jvms:count')}`, EACH]]))

  .withRow(new dashboard.RowBuilder('What the agents did, pools, containers'))
  .withPanel(lines('Released by the agents', 'A minute, by version and cause', 'none',
    [[`60 * ${of('service_version_cause:leasewarden_leases_expired:rate5m')} > 0`, `${EACH} {{cause}}`]]))
  .withPanel(lines('False positives', 'Within the hour before, by version', 'none',
    [[of('service_version:leasewarden_false_positives:increase1h'), EACH]]))
  .withPanel(lines('Fullest pool', 'Connections in use, as a share of the most it may hold', 'percentunit',
    [[of('service_version_rule:leasewarden_pool_in_use:ratio_max'), `${EACH} {{rule}}`]]))
  .withPanel(lines('Fullest container', 'Memory in use, as a share of the limit', 'percentunit',
    [[of('service_version:leasewarden_container_memory_used:ratio_max'), EACH]]))
  .build();

process.stdout.write(JSON.stringify(built, null, 2) + '\n');
