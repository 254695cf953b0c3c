// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageFactory;
import org.pushpin.scene.StageHost;
import org.pushpin.ui.StageCanvas;
import org.pushpin.ui.WindowHost;

/** What a stage shows comes to the screen, all of it, whenever it changes. The stage's frames are the test's. */
class PaintTest {

    private static final Color PAPER = new Color(0xFFFFFFFF);
    private static final Color INK = new Color(0xFF1030A0);
    /** So often each is painted, that after it the platform has its turn. */
    private static final int OFTEN = 400;
    private static final Rect LEFT = new Rect(10, 10, 20, 20);
    private static final Rect MIDDLE = new Rect(150, 100, 20, 20);
    private static final Rect RIGHT = new Rect(300, 200, 20, 20);

    private final Window window = new Window();
    private final Display display = Display.getCurrent();
    private Shell shell;
    private StageCanvas canvas;
    private StageHost host;
    private Frame frame;
    private Optional<Rect> caret = Optional.empty();

    @BeforeEach
    void aBlankCanvas() {
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(100, 100, 400, 300);
        show();
        canvas = new StageCanvas(shell, proxy(StageFactory.class), null, Theme.LIGHT, proxy(WindowHost.class));
        shell.open();
        window.await("a blank canvas", () -> canvas.getSize().x > 320 && is(PAPER, LEFT) && is(PAPER, RIGHT));
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private void show(Rect... marks) {
        Stream<Mark> fills = Stream.of(marks).flatMap(at -> Stream.generate(() -> new Mark.Fill(List.of(at), 0, INK)).limit(OFTEN));
        Stream<Mark> carets = caret.stream().map(at -> new Mark.Caret(at, INK));
        frame = new Frame(2000, 2000, 1, Paint.of(PAPER), Optional.empty(), List.of(),
                Stream.concat(fills, carets).toList(), List.of());
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(PaintTest.class.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("open") && type == StageFactory.class
                        ? open((StageHost) arguments[3]) : answer(method)));
    }

    private Stage open(StageHost of) {
        host = of;
        return proxy(Stage.class);
    }

    private Object answer(Method method) {
        Class<?> type = method.getReturnType();
        return type == Frame.class ? frame : method.getName().equals("caret") ? caret
                : type == Optional.class ? Optional.empty() : type == List.class ? List.of()
                : type == String.class ? "" : type == boolean.class ? Boolean.FALSE : null;
    }

    private boolean is(Color color, Rect at) {
        RGB pixel = window.pixel(canvas, (int) at.center().x(), (int) at.center().y());
        return pixel.equals(new RGB(color.red(), color.green(), color.blue()));
    }

    /** What is new only once the platform paints the two places before; what else is painted does not count. */
    private void showWhilePainting(Rect before, Rect other, Rect then) {
        boolean[] part = new boolean[1];
        Listener newer = event -> {
            boolean around = event.getBounds().contains((int) then.center().x(), (int) then.center().y());
            if (event.widget == canvas && !part[0] && around && event.getBounds().width < canvas.getSize().x) {
                part[0] = true;
                show(before, other, then);
            }
        };
        display.addFilter(SWT.Paint, newer); // before the canvas itself
        try {
            window.await("a painting of a part", () -> {
                if (!part[0]) {
                    show(frame.marks().isEmpty() ? new Rect[] {before, other} : new Rect[0]);
                    host.damaged();
                }
                return part[0];
            });
        } finally {
            display.removeFilter(SWT.Paint, newer);
        }
    }

    @Test
    void whatIsNewWhenItIsPaintedIsPainted() {
        showWhilePainting(LEFT, RIGHT, MIDDLE);
        window.await("what was there before", () -> is(INK, LEFT) && is(INK, RIGHT));
        window.await("what came between the two just then", () -> is(INK, MIDDLE));
    }

    @Test
    void theCaretBlinksWhileOthersChangeWhatIsShown() {
        caret = Optional.of(MIDDLE);
        show();
        host.damaged();
        shell.forceActive();
        window.await("the caret", () -> canvas.setFocus() && is(INK, MIDDLE));
        window.await("the caret's other half", () -> is(PAPER, MIDDLE));
        boolean[] over = new boolean[1];
        changes(over, 0);
        window.await("the caret again", () -> is(INK, MIDDLE));
        window.await("the other half again", () -> is(PAPER, MIDDLE));
        over[0] = true;
    }

    /** Twenty times a second, until it is over. */
    private void changes(boolean[] over, int number) {
        if (!over[0]) {
            show(number % 2 == 0 ? LEFT : RIGHT);
            host.damaged();
            display.timerExec(50, () -> changes(over, number + 1));
        }
    }
}
