package io.github.leasewarden.core.cli;

import io.github.leasewarden.core.report.RunInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class AgentVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"leasewarden " + RunInfo.readVersion()};
    }
}
