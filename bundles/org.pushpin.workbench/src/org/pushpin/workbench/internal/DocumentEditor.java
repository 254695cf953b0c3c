// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

import org.pushpin.content.Place;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Command;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageFactory;
import org.pushpin.scene.Transfer;
import org.pushpin.ui.StageCanvas;
import org.pushpin.ui.WindowHost;
import org.pushpin.workbench.internal.accessible.StageAccessibility;
import org.pushpin.workbench.internal.chrome.Messages;

/** A document in a tab: a title bar and the stage. What is typed is in the document at once, so it is never dirty. */
public final class DocumentEditor extends EditorPart implements WindowHost {

    static final String ID = "org.pushpin.workbench.editor";

    private static final int NOTICE_MILLIS = 6_000;

    private final Runnable clearNotice = () -> notice("");
    private Desktop desktop;
    private TitleBar titleBar;
    private StageCanvas canvas;
    private Backlinks backlinks;
    private StageAccessibility speech;
    private String notice = "";
    private boolean visible = true;
    private boolean minimised;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(Messages.get("title.untitled"));
        desktop = ServiceLookup.require(Desktop.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        titleBar = new TitleBar(parent, desktop.theme(), desktop, this);
        titleBar.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        canvas = new StageCanvas(parent, ServiceLookup.require(StageFactory.class), url(), desktop.theme(), this);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        speech = new StageAccessibility(canvas);
        canvas.onDamage(this::follow);
        backlinks = new Backlinks(url(), canvas, () -> titleBar.links(backlinks.known().size()));
        Listener minimised = event -> minimised(event.type == SWT.Iconify);
        for (int type : new int[] {SWT.Iconify, SWT.Deiconify}) {
            Shell shell = canvas.getShell();
            shell.addListener(type, minimised);
            canvas.addListener(SWT.Dispose, event -> shell.removeListener(type, minimised));
        }
        follow();
    }

    /** The tab came in front of others, or went behind them. */
    void visible(boolean is) {
        visible = is;
        seen();
    }

    private void minimised(boolean is) {
        minimised = is;
        seen();
    }

    /** Others see that this person is here while the document can be seen. */
    private void seen() {
        if (canvas != null && !canvas.isDisposed()) {
            stage().shown(visible && !minimised);
            backlinks.shown(visible && !minimised);
        }
    }

    DocumentUrl url() {
        return ((DocumentInput) getEditorInput()).url();
    }

    Stage stage() {
        return canvas.stage();
    }

    void theme(Theme theme) {
        if (canvas != null && !canvas.isDisposed()) {
            titleBar.theme(theme);
            canvas.stage().theme(theme);
        }
    }

    /** Copies the link; who has it can read and write. */
    public void copyLink() {
        canvas.copy(Transfer.text(stage().url().toString()));
        notice(Messages.get("title.copied"));
    }

    /** Puts the caret into the title. */
    public void rename() {
        follow(); // the title bar is told a moment after it can be renamed
        titleBar.rename();
    }

    /** Pins files on this document, where there is room. */
    public void importFiles(List<Path> files) {
        stage().drop(Transfer.files(files), canvas.getSize().x / 2.0, canvas.getSize().y / 2.0);
    }

    /** Performs one of the stage's commands; keys that also edit text go to the text while it is edited. */
    public void perform(String command) {
        if (command.equals("delete") && stage().editing()) {
            stage().key(KeyEvent.of("Delete"));
        } else {
            stage().perform(command);
        }
    }

    /** The same for a control of the title bar: the keyboard goes back to the document, so that Escape can end what was begun. */
    void performAndReturn(String command) {
        perform(command);
        canvas.setFocus();
    }

    public boolean canPerform(String command) {
        return canvas != null && !canvas.isDisposed()
                && stage().commands().stream().flatMap(Command::flat).anyMatch(known -> known.id().equals(command) && known.enabled());
    }

    /** Adds what can be done here to a menu. */
    public void fillMenu(Menu menu, int index) {
        new StageMenus(stage()).fill(menu, index);
    }

    /** Adds those who are here, to be followed, and what they see of this person. */
    public void fillPeopleMenu(Menu menu, int index) {
        new StageMenus(stage()).fillPeople(menu, index);
    }

    void showPeopleMenu() {
        Menu menu = new Menu(canvas);
        fillPeopleMenu(menu, 0);
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Adds those documents that link to this one, to be opened. */
    public void fillLinksMenu(Menu menu) {
        Backlinks.fill(menu, backlinks.known(), desktop::open);
    }

    /** Lists what links to this document, as soon as that is known; or says that nothing does. */
    public void listLinks() {
        backlinks.ask(found -> {
            if (found.isEmpty()) {
                notice(Messages.get("links.none"));
            } else {
                Menu menu = new Menu(canvas);
                fillLinksMenu(menu);
                menu.setLocation(titleBar.below());
                menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
                menu.setVisible(true);
            }
        });
    }

    /** What others call this person. */
    public String personName() {
        return stage().personName();
    }

    public void personName(String name) {
        stage().personName(name);
    }

    /** What is shown. */
    public DocumentUrl document() {
        return stage().url();
    }

    /** The keys of what is selected. */
    public List<String> selection() {
        return stage().selection();
    }

    /** As it is shown now. */
    public Theme theme() {
        return desktop.theme();
    }

    private void follow() {
        if (canvas.isDisposed()) {
            return;
        }
        speech.changed();
        Stage stage = stage();
        titleBar.update(stage, notice, desktop.canGoBack(), desktop.canGoForward());
        String title = stage.title().isBlank() ? Messages.get("title.untitled") : stage.title();
        if (!title.equals(getPartName())) {
            setPartName(title);
        }
        if (getSite().getPage().getActiveEditor() == this) {
            String caption = title + " \u2013 PushPin";
            Shell window = getSite().getShell();
            if (!caption.equals(window.getText())) {
                window.setText(caption);
            }
        }
    }

    // the stage's window

    @Override
    public void open(DocumentUrl url, Place place) {
        desktop.open(url, place);
    }

    @Override
    public void browse(URI link) {
        Program.launch(link.toString());
    }

    @Override
    public void notice(String text) {
        if (canvas.isDisposed()) {
            return;
        }
        notice = text;
        canvas.getDisplay().timerExec(text.isEmpty() ? -1 : NOTICE_MILLIS, clearNotice);
        follow();
    }

    // a workbench part

    @Override
    public void setFocus() {
        canvas.setFocus();
        follow();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // what is typed is in the document already
    }

    @Override
    public void doSaveAs() {
        // see isSaveAsAllowed
    }
}
