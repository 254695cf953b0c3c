// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.pushpin.content.Insets;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.View;

/**
 * Lays out boxes: rows, columns and stacks, in the manner of a one-line flex box. A growing child's share is of the
 * space that the others leave, where the parent's length is given; otherwise it takes what it needs.
 */
record Boxes(Layouter layouter) {

    Laid lay(View.Box box, double width, OptionalDouble height) {
        Style style = box.style();
        double outer = style.width().isPresent() ? Math.min(style.width().getAsDouble(), width) : width;
        OptionalDouble fixed = style.height().isPresent() ? style.height() : height;
        Insets pad = style.padding();
        double inner = Math.max(0, outer - pad.left() - pad.right());
        OptionalDouble room = fixed.isPresent()
                ? OptionalDouble.of(Math.max(0, fixed.getAsDouble() - pad.top() - pad.bottom())) : fixed;
        List<Laid.Placed> placed = switch (box.axis()) {
            case COLUMN -> column(box, inner, room);
            case ROW -> row(box, inner, room);
            case STACK -> stack(box, inner, room);
        };
        double content = room.orElse(bottom(placed));
        List<Laid.Placed> moved = placed.stream()
                .map(p -> new Laid.Placed(p.x() + pad.left(), p.y() + pad.top(), p.part())).toList();
        return new Laid.Group(new Size(outer, Math.max(0, content + pad.top() + pad.bottom())), style, moved);
    }

    private static double bottom(List<Laid.Placed> placed) {
        return placed.stream().mapToDouble(p -> p.y() + p.part().size().height()).max().orElse(0);
    }

    double naturalWidth(View.Box box, double most) {
        Style style = box.style();
        if (style.width().isPresent()) return style.width().getAsDouble();
        double padding = style.padding().left() + style.padding().right();
        double room = Math.max(0, most - padding);
        double sum = 0;
        double widest = 0;
        for (View child : box.children()) {
            double wanted = layouter.naturalWidth(child, room);
            sum += wanted;
            widest = Math.max(widest, wanted);
        }
        double gaps = style.gap() * Math.max(0, box.children().size() - 1);
        return padding + (box.axis() == View.Axis.ROW ? sum + gaps : widest);
    }

    // column

    private List<Laid.Placed> column(View.Box box, double inner, OptionalDouble room) {
        Style style = box.style();
        int count = box.children().size();
        Laid[] parts = new Laid[count];
        double used = style.gap() * Math.max(0, count - 1);
        double shares = 0;
        for (int i = 0; i < count; i++) {
            View child = box.children().get(i);
            double share = room.isPresent() ? grow(child) : 0;
            shares += share;
            if (share > 0) continue;
            parts[i] = layouter.lay(child, crossWidth(child, style.align(), inner), OptionalDouble.empty());
            used += parts[i].size().height();
        }
        double free = Math.max(0, room.orElse(used) - used);
        for (int i = 0; i < count; i++) {
            View child = box.children().get(i);
            if (parts[i] != null) continue;
            OptionalDouble height = OptionalDouble.of(free * grow(child) / shares);
            parts[i] = layouter.lay(child, crossWidth(child, style.align(), inner), height);
        }
        return placeColumn(style, parts, inner, shares > 0 ? 0 : free);
    }

    private static List<Laid.Placed> placeColumn(Style style, Laid[] parts, double inner, double free) {
        List<Laid.Placed> placed = new ArrayList<>();
        double y = before(style.justify(), free);
        for (Laid part : parts) {
            placed.add(new Laid.Placed(offset(style.align(), inner - part.size().width()), y, part));
            y += part.size().height() + style.gap() + between(style.justify(), free, parts.length);
        }
        return placed;
    }

    private double crossWidth(View child, Style.Align align, double inner) {
        return align == Style.Align.STRETCH ? inner : layouter.naturalWidth(child, inner);
    }

    // row

    private List<Laid.Placed> row(View.Box box, double inner, OptionalDouble room) {
        Style style = box.style();
        double[] widths = widths(box, inner);
        List<Laid> parts = new ArrayList<>();
        double height = room.orElse(0);
        for (int i = 0; i < widths.length; i++) {
            View child = box.children().get(i);
            boolean stretch = room.isPresent() && style.align() == Style.Align.STRETCH && stretches(child);
            Laid part = layouter.lay(child, widths[i], stretch ? room : OptionalDouble.empty());
            parts.add(part);
            if (room.isEmpty()) height = Math.max(height, part.size().height());
        }
        if (room.isEmpty() && style.align() == Style.Align.STRETCH) stretch(box, widths, parts, height);
        return placeRow(style, parts, inner, height);
    }

    /** Once the tallest is known, makes grounds and borders of the others as high. */
    private void stretch(View.Box box, double[] widths, List<Laid> parts, double height) {
        for (int i = 0; i < widths.length; i++) {
            View child = box.children().get(i);
            boolean lower = parts.get(i).size().height() < height;
            if (lower && stretches(child)) parts.set(i, layouter.lay(child, widths[i], OptionalDouble.of(height)));
        }
    }

    private static boolean stretches(View child) {
        return switch (child) {
            case View.Box box -> box.style().height().isEmpty();
            case View.Described described -> stretches(described.view());
            default -> false;
        };
    }

    private static List<Laid.Placed> placeRow(Style style, List<Laid> parts, double inner, double height) {
        double used = style.gap() * Math.max(0, parts.size() - 1);
        for (Laid part : parts) used += part.size().width();
        double free = Math.max(0, inner - used);
        double x = before(style.justify(), free);
        List<Laid.Placed> placed = new ArrayList<>();
        for (Laid part : parts) {
            placed.add(new Laid.Placed(x, offset(style.align(), height - part.size().height()), part));
            x += part.size().width() + style.gap() + between(style.justify(), free, parts.size());
        }
        return placed;
    }

    private double[] widths(View.Box box, double inner) {
        List<View> children = box.children();
        double[] widths = new double[children.size()];
        double free = inner - box.style().gap() * Math.max(0, widths.length - 1);
        double shares = 0;
        double flexible = 0;
        for (int i = 0; i < widths.length; i++) {
            double share = grow(children.get(i));
            shares += share;
            if (share > 0) continue;
            widths[i] = layouter.naturalWidth(children.get(i), inner);
            free -= widths[i];
            if (shrinks(children.get(i))) flexible += widths[i];
        }
        for (int i = 0; i < widths.length; i++) {
            double share = grow(children.get(i));
            if (share > 0) widths[i] = Math.max(0, free) * share / shares;
            else if (free < 0 && flexible > 0 && shrinks(children.get(i))) {
                widths[i] = Math.max(0, widths[i] + free * widths[i] / flexible);
            }
        }
        return widths;
    }

    private static boolean shrinks(View child) {
        return switch (child) {
            case View.Glyph glyph -> false;
            case View.Button button -> false;
            case View.Box box -> box.style().width().isEmpty();
            case View.Described described -> shrinks(described.view());
            default -> true;
        };
    }

    // stack

    private List<Laid.Placed> stack(View.Box box, double inner, OptionalDouble room) {
        List<Laid> parts = new ArrayList<>();
        Style style = box.style();
        double height = room.orElse(0);
        for (View child : box.children()) {
            Laid part = layouter.lay(child, crossWidth(child, style.align(), inner), fill(child, style, room));
            parts.add(part);
            if (room.isEmpty()) height = Math.max(height, part.size().height());
        }
        List<Laid.Placed> placed = new ArrayList<>();
        for (Laid part : parts) {
            double x = offset(style.align(), inner - part.size().width());
            double y = before(style.justify(), Math.max(0, height - part.size().height()));
            placed.add(new Laid.Placed(x, y, part));
        }
        return placed;
    }

    private static OptionalDouble fill(View child, Style style, OptionalDouble room) {
        boolean grows = grow(child) > 0 || child instanceof View.Picture;
        return style.align() == Style.Align.STRETCH && grows ? room : OptionalDouble.empty();
    }

    // shared

    private static double grow(View child) {
        return switch (child) {
            case View.Box box -> Math.max(0, box.style().grow());
            case View.Described described -> grow(described.view());
            case View.Editor editor -> editor.writing().fits() > 0 ? 1 : 0;
            default -> 0;
        };
    }

    private static double offset(Style.Align align, double free) {
        return switch (align) {
            case START, STRETCH -> 0;
            case CENTER -> free / 2;
            case END -> free;
        };
    }

    private static double before(Style.Justify justify, double free) {
        return switch (justify) {
            case START, BETWEEN -> 0;
            case CENTER -> free / 2;
            case END -> free;
        };
    }

    private static double between(Style.Justify justify, double free, int count) {
        return justify == Style.Justify.BETWEEN && count > 1 ? free / (count - 1) : 0;
    }
}
