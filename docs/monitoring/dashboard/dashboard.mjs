// Writes ../leasewarden-dashboard.json: npm install && npm run build
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { from, good, lines, number, of, source } from './panels.mjs';

const built = new dashboard.DashboardBuilder('Leasewarden')
  .uid('leasewarden')
  .description('Leases, verdict, heap after collections, pools and alerts of services under the Leasewarden agent')
  .tags(['leasewarden', 'jvm'])
  .refresh('30s')
  .time({ from: 'now-6h', to: 'now' })
  .timezone('browser')
  .withVariable(new dashboard.DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'))
  .withVariable(new dashboard.QueryVariableBuilder('job').label('Job').datasource(source)
    .query('label_values(leasewarden_build_info, job)').multi(true).includeAll(true).refresh(2))
  .withVariable(new dashboard.QueryVariableBuilder('instance').label('Instance').datasource(source)
    .query('label_values(leasewarden_build_info{job=~"$job"}, instance)').multi(true).includeAll(true).refresh(2))

  .withRow(new dashboard.RowBuilder('Now'))
  .withPanel(number('Leaking', 'Services whose verdict is leak: two independent witnesses', 'none',
    [[`sum(${of('leasewarden_verdict', 'leasewarden_verdict="leak"')})`, 'leaking']], [good, from(1, 'red')]))
  .withPanel(number('Heap after collections', 'Percent of the maximum; never the raw heap', 'percent',
    [[of('memory_heap_percentage'), '{{instance}}']], [good, from(70, 'orange'), from(90, 'red')]))
  .withPanel(number('Heap full in', 'At the present slope; no value while it does not grow', 's',
    [[`${of('leasewarden_heap_exhaustion_seconds')} < Inf`, '{{instance}}']],
    [{ value: null, color: 'red' }, from(3600, 'orange'), from(86400, 'green')]))
  .withPanel(number('Subscriptions', 'Open leases of the kinds subscription and listener', 'none',
    [[of('subscriptions_active_count'), '{{instance}}']], [good]))
  .withPanel(number('Alert level', '0 none, 1 warning, 2 critical: the worst of all sources', 'none',
    [[`max by (instance) (${of('leasewarden_alert_level')})`, '{{instance}}']], [good, from(1, 'orange'), from(2, 'red')]))
  .withPanel(number('Mistakes of the agent', 'False positives and suppressed errors; anything but 0 is worth a look', 'none',
    [[`sum(${of('leasewarden_false_positives_total')})`, 'false positives'],
     [`sum(${of('leasewarden_suppressed_errors_total')})`, 'suppressed errors']], [good, from(1, 'red')]))

  .withRow(new dashboard.RowBuilder('Memory'))
  .withPanel(lines('Heap after collections', 'And the largest it may become', 'bytes',
    [[of('leasewarden_heap_after_gc_bytes'), '{{instance}}'], [of('leasewarden_heap_max_bytes'), '{{instance}} maximum']]))
  .withPanel(lines('Verdict', '1 while it stands', 'none',
    [[`${of('leasewarden_verdict')} == 1`, '{{instance}} {{leasewarden_verdict}}'],
     [of('leasewarden_verdict_confidence_ratio'), '{{instance}} confidence']]))
  .withPanel(lines('Beside the heap', 'Resident, direct and mapped memory, metaspace', 'bytes',
    [[of('leasewarden_resident_memory_bytes'), '{{instance}} resident'], [of('leasewarden_direct_memory_bytes'), '{{instance}} direct'],
     [of('leasewarden_mapped_memory_bytes'), '{{instance}} mapped'], [of('leasewarden_metaspace_bytes'), '{{instance}} metaspace']]))
  .withPanel(lines('Share of time in collection pauses', 'Collections the agent asked for apart', 'percentunit',
    [[`rate(${of('leasewarden_gc_pause_seconds_total')}[5m])`, '{{instance}} {{origin}}']]))

  .withRow(new dashboard.RowBuilder('Leases'))
  .withPanel(lines('Open leases', 'By kind', 'none', [[`sum by (kind) (${of('leasewarden_leases_open')})`, '{{kind}}']]))
  .withPanel(lines('Opened and released', 'A second, by kind; what stays apart accumulates', 'none',
    [[`sum by (kind) (rate(${of('leasewarden_leases_opened_total')}[5m]))`, '{{kind}} opened'],
     [`sum by (kind) (rate(${of('leasewarden_leases_released_total')}[5m]))`, '{{kind}} released'],
     [`sum by (kind) (rate(${of('leasewarden_leases_collected_total')}[5m]))`, '{{kind}} collected']]))
  .withPanel(lines('Released by the agent', 'A minute, by cause', 'none',
    [[`60 * sum by (cause) (rate(${of('leasewarden_leases_expired_total')}[5m]))`, '{{cause}}'],
     [`60 * sum(rate(${of('leasewarden_leases_release_failures_total')}[5m]))`, 'failed']]))
  .withPanel(lines('Would be released', 'Now, in guard and in strict mode', 'none',
    [[`sum by (kind, mode) (${of('leasewarden_leases_would_expire')})`, '{{kind}} {{mode}}']]))

  .withRow(new dashboard.RowBuilder('Pools, streams, alerts'))
  .withPanel(lines('Connections in use', 'And the most a pool may hold', 'none',
    [[of('leasewarden_pool_in_use_connections'), '{{rule}} {{address}}'], [of('leasewarden_pool_max_connections'), '{{rule}} {{address}} maximum'],
     [of('connections_pool_size'), '{{instance}} all pools']]))
  .withPanel(lines('Back-pressure', '1 while the agent makes sources of streams wait', 'none',
    [[of('stream_processor_backpressure_active'), '{{instance}}']]))
  .withPanel(lines('Alerts', 'In an hour, by level', 'none',
    [[`sum by (level) (increase(${of('leasewarden_alerts_total')}[1h]))`, '{{level}}']]))
  .withPanel(lines('Threads', 'Live platform threads', 'none', [[of('leasewarden_threads'), '{{instance}}']]))

  .withRow(new dashboard.RowBuilder('What the agent costs'))
  .withPanel(lines('Processor time', 'Share of one core; the agent\'s own threads', 'percentunit',
    [[`rate(${of('leasewarden_cpu_seconds_total')}[5m])`, '{{instance}}']]))
  .withPanel(lines('Heap', 'Estimated from the number of leases', 'bytes', [[of('leasewarden_heap_bytes'), '{{instance}}']]))
  .build();

process.stdout.write(JSON.stringify(built, null, 2) + '\n');
