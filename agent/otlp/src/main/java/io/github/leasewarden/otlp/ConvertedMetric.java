package io.github.leasewarden.otlp;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.resources.Resource;

/** One family as the SDK's exporters read it. Its unit is the one its name ends with, as on the Prometheus page. */
record ConvertedMetric(Resource resource, InstrumentationScopeInfo scope, String name, String description, Data<?> data)
        implements MetricData {
    @Override
    public Resource getResource() {
        return resource;
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return scope;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** In UCUM, as OpenTelemetry wants it; a collector that appends units to names finds them there already. */
    @Override
    public String getUnit() {
        if (name.endsWith("_bytes")) {
            return "By";
        }
        if (name.endsWith("_ratio")) {
            return "1";
        }
        return name.endsWith("_seconds") ? "s" : "";
    }

    @Override
    public MetricDataType getType() {
        return data instanceof SumData<?> ? MetricDataType.DOUBLE_SUM : MetricDataType.DOUBLE_GAUGE;
    }

    @Override
    public Data<?> getData() {
        return data;
    }
}
