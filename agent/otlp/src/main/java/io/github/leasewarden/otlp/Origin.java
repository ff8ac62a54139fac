package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportSource;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/** Which process is spoken of, and that an agent of ours speaks, in the SDK's words. */
record Origin(Resource resource, InstrumentationScopeInfo scope) {
    private static final String SCOPE = "io.github.leasewarden";

    static Origin of(ExportSource source) {
        AttributesBuilder attributes = Attributes.builder();
        source.resource().forEach(attributes::put);
        return new Origin(
                Resource.getDefault().merge(Resource.create(attributes.build())),
                InstrumentationScopeInfo.builder(SCOPE)
                        .setVersion(source.version())
                        .build());
    }
}
