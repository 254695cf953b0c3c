// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Paint;

import org.pushpin.scene.Poster;

/** Hands text on as text, and what belongs together as such. */
public final class TextGraphics extends VectorGraphics implements Poster.Surface {

    public TextGraphics(VectorSink out) {
        super(out);
    }

    private TextGraphics(TextGraphics from) {
        super(from);
    }

    @Override
    public Graphics create() {
        return new TextGraphics(this);
    }

    @Override
    public void line(Poster.Line line) {
        out.beginLine(line, getTransform());
        LineRecording recorded = LineRecording.of(line);
        Paint before = getPaint();
        for (LineRecording.Mark mark : recorded.marks()) {
            setPaint(new Color(mark.color().argb(), true));
            fill(mark.shape());
        }
        setPaint(before);
        recorded.pictures().forEach(picture -> place(picture.image(), picture.at()));
        recorded.runs().forEach(run -> out.text(run, getTransform(), alpha(), clip));
        out.endLine();
    }

    @Override
    public void begin(Poster.Part part) {
        out.begin(part);
    }

    @Override
    public void end() {
        out.end();
    }
}
