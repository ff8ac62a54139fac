// What both dashboards are made of.
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

export const source = { type: 'prometheus', uid: '${datasource}' };
const here = '{job=~"$job", instance=~"$instance"}';

/** The metric of the services that were chosen; `more` are further label matchers. */
export const of = (metric, more) => metric + (more ? here.replace('}', `, ${more}}`) : here);

function queries(panel, all) {
  for (const [expr, legend] of all) {
    panel.withTarget(new prometheus.DataqueryBuilder().expr(expr).legendFormat(legend).datasource(source));
  }
  return panel.datasource(source);
}

export const number = (title, about, unit, all, steps) =>
  queries(
    new stat.PanelBuilder().title(title).description(about).unit(unit).span(4).height(4)
      .thresholds(new dashboard.ThresholdsConfigBuilder().mode('absolute').steps(steps))
      .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull'])),
    all);

export const lines = (title, about, unit, all) =>
  queries(
    new timeseries.PanelBuilder().title(title).description(about).unit(unit).span(12).height(8).min(0)
      .legend(new common.VizLegendOptionsBuilder().showLegend(true).displayMode('list').placement('bottom')),
    all);

/** The newest values, one row a series, a column a label; `about` says what the value is. */
export const rows = (title, about, expr, hidden = {}) =>
  new table.PanelBuilder().title(title).description(about).span(24).height(10).datasource(source)
    .withTarget(new prometheus.DataqueryBuilder().expr(expr).instant().format('table').datasource(source))
    .withTransformation({ id: 'organize', options: { excludeByName: { Time: true, __name__: true, ...hidden } } });

export const good = { value: null, color: 'green' };
export const from = (value, color) => ({ value, color });
