// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Reads SVG path data (SVG 2 §9.3): M L H V C S Q T A Z, absolute and relative. What comes after an error is left out,
 * as SVG says. Bounded: at most {@value #MOST_COMMANDS} commands.
 */
final class SvgPath {

    private static final int MOST_COMMANDS = 20_000;

    private final String data;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double controlX;
    private double controlY;
    private char last = ' ';

    private SvgPath(String data) {
        this.data = data;
    }

    static Path2D parse(String data) {
        SvgPath parser = new SvgPath(data);
        parser.read();
        return parser.path;
    }

    private void read() {
        char command = ' ';
        for (int count = 0; count < MOST_COMMANDS; count++) {
            skip();
            if (at >= data.length()) return;
            char c = data.charAt(at);
            if (Character.isLetter(c)) {
                command = c;
                at++;
            } else if (command == ' ' || command == 'Z' || command == 'z') {
                return;
            }
            if (!perform(command)) return;
            last = command;
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
    }

    private boolean perform(char command) {
        boolean relative = Character.isLowerCase(command);
        double[] n = numbers(arguments(command), command);
        if (n == null || path.getCurrentPoint() == null && Character.toUpperCase(command) != 'M') return false;
        double dx = relative ? x : 0;
        double dy = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> moveTo(n[0] + dx, n[1] + dy);
            case 'L' -> lineTo(n[0] + dx, n[1] + dy);
            case 'H' -> lineTo(n[0] + dx, y);
            case 'V' -> lineTo(x, n[0] + dy);
            case 'C' -> curveTo(n[0] + dx, n[1] + dy, n[2] + dx, n[3] + dy, n[4] + dx, n[5] + dy);
            case 'S' -> curveTo(mirrored(x, controlX, "CS"), mirrored(y, controlY, "CS"), n[0] + dx, n[1] + dy,
                    n[2] + dx, n[3] + dy);
            case 'Q' -> quadTo(n[0] + dx, n[1] + dy, n[2] + dx, n[3] + dy);
            case 'T' -> quadTo(mirrored(x, controlX, "QT"), mirrored(y, controlY, "QT"), n[0] + dx, n[1] + dy);
            case 'A' -> arcTo(n, n[5] + dx, n[6] + dy);
            case 'Z' -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int arguments(char command) {
        return switch (Character.toUpperCase(command)) {
            case 'H', 'V' -> 1;
            case 'M', 'L', 'T' -> 2;
            case 'S', 'Q' -> 4;
            case 'C' -> 6;
            case 'A' -> 7;
            default -> 0;
        };
    }

    private double mirrored(double here, double control, String after) {
        return after.indexOf(Character.toUpperCase(last)) >= 0 ? 2 * here - control : here;
    }

    private void moveTo(double toX, double toY) {
        path.moveTo(toX, toY);
        startX = x = toX;
        startY = y = toY;
    }

    private void lineTo(double toX, double toY) {
        path.lineTo(toX, toY);
        x = toX;
        y = toY;
    }

    private void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
        path.curveTo(x1, y1, x2, y2, toX, toY);
        controlX = x2;
        controlY = y2;
        x = toX;
        y = toY;
    }

    private void quadTo(double x1, double y1, double toX, double toY) {
        path.quadTo(x1, y1, toX, toY);
        controlX = x1;
        controlY = y1;
        x = toX;
        y = toY;
    }

    private void close() {
        path.closePath();
        x = startX;
        y = startY;
    }

    /** From end points to centre and angles: SVG 2, appendix B.2.4. */
    private void arcTo(double[] n, double toX, double toY) {
        double rx = Math.abs(n[0]);
        double ry = Math.abs(n[1]);
        if (rx == 0 || ry == 0 || x == toX && y == toY) {
            lineTo(toX, toY);
            return;
        }
        double phi = Math.toRadians(n[2] % 360);
        Point2D half = new Point2D.Double((x - toX) / 2, (y - toY) / 2);
        AffineTransform.getRotateInstance(-phi).transform(half, half);
        double px = half.getX();
        double py = half.getY();
        double scale = Math.sqrt(Math.max(1, px * px / (rx * rx) + py * py / (ry * ry)));
        rx *= scale;
        ry *= scale;
        double top = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
        double k = Math.sqrt(Math.max(0, top / (rx * rx * py * py + ry * ry * px * px))) * (n[3] == n[4] ? -1 : 1);
        double cx = k * rx * py / ry;
        double cy = -k * ry * px / rx;
        double from = Math.toDegrees(Math.atan2((py - cy) / ry, (px - cx) / rx));
        double sweep = Math.toDegrees(Math.atan2((-py - cy) / ry, (-px - cx) / rx)) - from;
        if (n[4] == 0 && sweep > 0) sweep -= 360;
        if (n[4] != 0 && sweep < 0) sweep += 360;
        Arc2D.Double arc = new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, -from, -sweep, Arc2D.OPEN);
        AffineTransform place = AffineTransform.getTranslateInstance((x + toX) / 2, (y + toY) / 2);
        place.rotate(phi);
        path.append(place.createTransformedShape(arc), true);
        x = toX;
        y = toY;
    }

    private double[] numbers(int count, char command) {
        double[] read = new double[count];
        boolean arc = Character.toUpperCase(command) == 'A';
        for (int i = 0; i < count; i++) {
            skip();
            int start = at;
            if (arc && (i == 3 || i == 4)) {
                if (at < data.length()) at++;
            } else {
                number();
            }
            try {
                read[i] = Double.parseDouble(data.substring(start, at));
            } catch (NumberFormatException notANumber) {
                return null;
            }
            if (!Double.isFinite(read[i])) return null;
        }
        return read;
    }

    private void number() {
        if (at < data.length() && "+-".indexOf(data.charAt(at)) >= 0) at++;
        digits();
        if (at < data.length() && data.charAt(at) == '.') {
            at++;
            digits();
        }
        boolean exponent = at + 1 < data.length() && "eE".indexOf(data.charAt(at)) >= 0
                && (Character.isDigit(data.charAt(at + 1)) || "+-".indexOf(data.charAt(at + 1)) >= 0);
        if (exponent) {
            at += 2;
            digits();
        }
    }

    private void digits() {
        while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') at++;
    }

    private void skip() {
        while (at < data.length() && " \t\r\n,".indexOf(data.charAt(at)) >= 0) at++;
    }
}
