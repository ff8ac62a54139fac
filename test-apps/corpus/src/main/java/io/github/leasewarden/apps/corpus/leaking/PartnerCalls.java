package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A call to a partner is built from the partner's template and given its own headers; there are more calls by day. */
public final class PartnerCalls implements Program {
    private static final double DAY = 30;
    private final Map<String, Template> templates = new TreeMap<>();
    private final Random random = new Random(706);
    private long sent;

    private record Header(String name, byte[] value) {}

    private record Call(String address, List<Header> headers, byte[] body) {
        private int length() {
            return address.length() + headers.size() + body.length;
        }
    }

    private static final class Template {
        private final String address;
        private final List<Header> headers = new ArrayList<>();

        private Template(String address) {
            this.address = address;
        }

        private Template with(String name, byte[] value) {
            headers.add(new Header(name, value));
            return this;
        }

        private Call call(byte[] body) {
            return new Call(address, List.copyOf(headers), body);
        }
    }

    public PartnerCalls() {
        for (String partner : List.of("bank", "carrier", "customs", "insurer", "printer", "tax-office", "warehouse")) {
            Template template = new Template("https://" + partner + ".example/v2");
            templates.put(partner, template.with("accept", new byte[20]).with("agent", new byte[60]));
        }
    }

    @Override
    public void tick(Moment moment) {
        long calls = Math.round(2 + 2 * Math.sin(2 * Math.PI * moment.seconds() / DAY));
        for (Template template : templates.values()) {
            if (random.nextInt(templates.size()) < calls) {
                sent += template.with("trace", new byte[32])
                        .with("signature", new byte[1_000 + random.nextInt(1_500)])
                        .call(new byte[random.nextInt(4_000)])
                        .length();
            }
        }
    }

    @Override
    public String toString() {
        return sent + " bytes sent";
    }
}
