// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import org.pushpin.ui.StageCanvas;

/** The running product's window, as tests see it: what is open, what is painted, and waiting for a state. Ui thread. */
final class Window {

    private static final int DEADLINE_MILLIS = Integer.getInteger("pushpin.deadline", 20_000);

    private final Display display = Display.getCurrent();

    /** Handles events until {@code state} is reached; fails when it is not within the deadline. */
    void await(String what, BooleanSupplier state) {
        boolean[] late = new boolean[1];
        Runnable alarm = () -> late[0] = true;
        display.timerExec(DEADLINE_MILLIS, alarm);
        while (!state.getAsBoolean()) {
            if (late[0]) {
                throw new AssertionError("did not come: " + what + ", see " + photograph());
            }
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.timerExec(-1, alarm);
    }

    /** Saves what the screen shows beside the tests' reports. @return the file */
    private Path photograph() {
        Path file = Path.of(System.getProperty("pushpin.root", "."), "tests", "org.pushpin.ui.tests", "target", "failed-"
                + System.currentTimeMillis() + ".png");
        Rectangle bounds = display.getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }

    Shell shell() {
        return workbench().getShell();
    }

    IWorkbenchPage page() {
        return workbench().getActivePage();
    }

    int tabs() {
        return page().getEditorReferences().length;
    }

    /** The title of the tab that is shown. */
    String tab() {
        IEditorPart editor = page().getActiveEditor();
        return editor == null ? "" : editor.getTitle();
    }

    /** The board that is shown. */
    StageCanvas canvas() {
        return controls(StageCanvas.class).stream().filter(Control::isVisible).findFirst()
                .orElseThrow(() -> new AssertionError("no board is shown"));
    }

    boolean showsBoard() {
        return controls(StageCanvas.class).stream().anyMatch(canvas -> canvas.isVisible()
                && canvas.stage().frame().dots().isPresent() && canvas.getSize().x > 100);
    }

    <T extends Control> List<T> controls(Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(shell(), type, found);
        return found;
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, List<T> into) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                into.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, into);
            }
        }
    }

    /** Performs a command of the menu bar. @param parameters name, value, name, value, … */
    void perform(String command, String... parameters) {
        Command known = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        try {
            workbench().getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(known, values), null);
        } catch (CommandException e) {
            throw new AssertionError(command, e);
        }
    }

    /** What a control shows at a point of itself. */
    RGB pixel(Control control, int x, int y) {
        Image image = new Image(display, 1, 1);
        GC gc = new GC(control);
        try {
            gc.copyArea(image, x, y);
            return image.getImageData().palette.getRGB(image.getImageData().getPixel(0, 0));
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(Window.class).getBundleContext();
        return context.getService(context.getServiceReference(type));
    }

    private IWorkbenchWindow workbench() {
        return Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows()).findFirst()
                .orElseThrow(() -> new AssertionError("no window is open"));
    }
}
