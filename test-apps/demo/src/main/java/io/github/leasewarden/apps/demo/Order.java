package io.github.leasewarden.apps.demo;

/** An order with its rendered invoice, some 64 KB: what a leak of orders weighs. */
record Order(int id, String invoice) {
    private static final int LINES = 1400;

    /** Renders line by line and joins, as templates do: the garbage is a few times the result. */
    static Order render(int id) {
        String invoice = "";
        StringBuilder page = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            page.append(String.format("order %06d line %04d  9.99 EUR  paid, thank you%n", id, line));
            if (line % 50 == 0) {
                invoice = invoice + page;
                page.setLength(0);
            }
        }
        return new Order(id, invoice);
    }
}
