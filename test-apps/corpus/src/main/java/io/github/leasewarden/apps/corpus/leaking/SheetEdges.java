package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A sheet of cells, which note with the cells they read that they depend on them, whenever their formula is evaluated. */
public final class SheetEdges implements Program {
    private final Cell[] cells = new Cell[600];
    private final Random random = new Random(505);
    private int evaluated;

    private static final class Cell {
        private final List<Edge> dependents = new ArrayList<>();
        private int value = 1;
        private boolean stale;
    }

    private record Edge(Cell read, Cell by) {}

    public SheetEdges() {
        Arrays.setAll(cells, number -> new Cell());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(10); i > 0; i--) {
            cells[random.nextInt(20)].dependents.forEach(edge -> edge.by.stale = true);
        }
        for (int i = random.nextInt(221); i > 0; i--) {
            evaluate(random.nextInt(cells.length));
        }
    }

    private void evaluate(int number) {
        Cell cell = cells[number];
        int sum = 0;
        for (int i = 1; i <= 3; i++) {
            Cell read = cells[(number + i * (1 + random.nextInt(8))) % cells.length];
            read.dependents.add(new Edge(read, cell));
            sum += read.value;
        }
        cell.value = sum % 1_000;
        evaluated += cell.stale ? 1 : 0;
        cell.stale = false;
    }

    @Override
    public String toString() {
        return evaluated + " stale cells evaluated";
    }
}
