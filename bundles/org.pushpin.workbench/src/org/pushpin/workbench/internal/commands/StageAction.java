// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.DocumentEditor;

/** One of the stage's own actions, named by the id that follows the class in {@code plugin.xml}. */
public final class StageAction extends AbstractHandler implements IExecutableExtension {

    private String action;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        action = (String) data;
    }

    /** While a text field has the keyboard (the title), the command is its own. */
    @Override
    public Object execute(ExecutionEvent event) {
        if (Display.getCurrent().getFocusControl() instanceof Text field) {
            perform(field);
        } else if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            editor.perform(action);
        }
        return null;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        boolean inField = Display.getCurrent() != null && Display.getCurrent().getFocusControl() instanceof Text;
        Object editor = HandlerUtil.getVariable(evaluationContext, ISources.ACTIVE_EDITOR_NAME);
        setBaseEnabled(inField || editor instanceof DocumentEditor open && open.canPerform(action));
    }

    private void perform(Text field) {
        switch (action) {
            case "cut" -> field.cut();
            case "copy" -> field.copy();
            case "paste" -> field.paste();
            case "delete" -> field.insert("");
            case "selectAll" -> field.selectAll();
            default -> { }
        }
    }
}
