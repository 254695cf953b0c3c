// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.equinox.internal.provisional.configurator.Configurator;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RadioState;

import org.pushpin.content.Place;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Repo;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Home;
import org.pushpin.workbench.internal.chrome.ChromeFonts;
import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.install.CardTypeInstaller;
import org.pushpin.workbench.internal.install.InstallException;

/**
 * What the window's commands act on: the open documents, the way back, the theme. One per product; registered as a
 * service so that handlers, which the workbench makes, find it. Ui thread.
 */
public final class Desktop {

    private static final String THEME = "desktop.theme";
    private static final String THEME_COMMAND = "org.pushpin.theme";
    private static final String WINDOW = "desktop.window";

    private final LaunchOptions options;
    private final Repo repo;
    private final ChromeFonts fonts;
    private final Deque<DocumentUrl> behind = new ArrayDeque<>();
    private final Deque<DocumentUrl> ahead = new ArrayDeque<>();
    private IWorkbenchPage page;
    private OpenDocuments documents;
    private DocumentUrl shown;
    private String themeChoice;
    private boolean systemDark = Display.isSystemDarkTheme();
    private Theme theme;

    Desktop(LaunchOptions options, Repo repo, Display display) {
        this.options = options;
        this.repo = repo;
        this.fonts = new ChromeFonts(display);
        this.themeChoice = repo.setting(THEME).map(Desktop::text).orElse("system");
        this.theme = chosen();
        ServiceLookup.context().registerService(Desktop.class, this, null);
        ServiceLookup.find(IProvisioningAgent.class).ifPresent(agent -> ServiceLookup.context().registerService(
                CardTypeInstaller.class,
                new CardTypeInstaller(agent, ServiceLookup.require(Configurator.class), options.profile()), null));
    }

    /** The window is open: what was open last comes back, peers are called, card types reinstated. */
    void opened(PushPinWindowAdvisor window) {
        page = window.window().getActivePage();
        documents = new OpenDocuments(page, repo, this::quietly);
        Display display = page.getWorkbenchWindow().getShell().getDisplay();
        page.addPartListener(new ShownListener(this::shown, () -> display.asyncExec(this::fillEmptyWindow)));
        page.getWorkbenchWindow().getService(ICommandService.class).getCommand(THEME_COMMAND)
                .getState(RadioState.STATE_ID).setValue(themeChoice);
        display.addListener(SWT.Settings, event -> settingsChanged());
        applyTheme();
        repo.notices(notice -> display.asyncExec(() -> tell(notice)));
        options.listen().ifPresent(address -> repo.peers().listen(address).whenComplete((bound, problem) -> {
            if (problem != null) {
                display.asyncExec(() -> quietly(problem.getMessage()));
            }
        }));
        options.join().forEach(address -> repo.peers().join(address));
        openFirst(display);
        reinstate();
    }

    public Theme theme() {
        return theme;
    }

    /** Where the window was when it was closed last. */
    Optional<Rectangle> windowBounds() {
        return repo.setting(WINDOW).flatMap(value -> {
            try {
                int[] numbers = Arrays.stream(text(value).split(" ")).mapToInt(Integer::parseInt).toArray();
                return numbers.length == 4 ? Optional.of(new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    void windowBounds(Rectangle bounds) {
        repo.setting(WINDOW, Bytes.utf8(bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height));
    }

    ChromeFonts fonts() {
        return fonts;
    }

    /** Opens a document in a tab of its own, or shows the tab that it has. */
    public void open(DocumentUrl url) {
        open(url, Place.HERE);
    }

    public void open(DocumentUrl url, Place place) {
        documents.open(url, place);
    }

    /** Shows the document in front once more, beside itself. */
    public void split() {
        documents.split();
    }

    /** Gives the keyboard to the other side, where there is one. */
    public void otherSide(int step) {
        documents.otherSide(step);
    }

    public void newBoard() {
        open(ServiceLookup.require(DocumentFactory.class).create("board", Seed.blank()));
    }

    /** Opens the board that the profile began with. */
    public void openHome() {
        Display display = Display.getCurrent();
        Home home = ServiceLookup.require(Home.class);
        home.start().thenAccept(first -> display.asyncExec(
                () -> open(home.boards().stream().findFirst().orElse(first))));
    }

    /** A window without a document would be a dead end. */
    private void fillEmptyWindow() {
        if (!PlatformUI.getWorkbench().isClosing() && page.getEditorReferences().length == 0) {
            openHome();
        }
    }

    public boolean canGoBack() {
        return !behind.isEmpty();
    }

    public boolean canGoForward() {
        return !ahead.isEmpty();
    }

    public void back() {
        go(behind, ahead);
    }

    public void forward() {
        go(ahead, behind);
    }

    /** @param choice {@code system}, {@code light} or {@code dark} */
    public void chooseTheme(String choice) {
        themeChoice = choice;
        repo.setting(THEME, Bytes.utf8(choice));
        applyTheme();
    }

    private void go(Deque<DocumentUrl> from, Deque<DocumentUrl> to) {
        if (!from.isEmpty()) {
            DocumentUrl next = from.pop();
            if (shown != null) {
                to.push(shown);
            }
            shown = next;
            open(next);
        }
    }

    private void shown(IWorkbenchPart part) {
        if (part instanceof DocumentEditor editor) {
            DocumentUrl url = editor.url();
            if (shown != null && !shown.equals(url)) {
                behind.push(shown);
                ahead.clear();
            }
            shown = url;
            if (url.contentType().equals("board")) {
                ServiceLookup.require(Home.class).visited(url);
            }
            documents.remember();
        }
    }

    private void openFirst(Display display) {
        List<DocumentUrl> asked = OpenDocuments.urls(String.join("\n", options.urls()));
        List<List<DocumentUrl>> wanted = options.urls().isEmpty() ? documents.remembered() : List.of(asked);
        boolean withHome = options.urls().isEmpty();
        ServiceLookup.require(Home.class).start().whenComplete((home, problem) -> display.asyncExec(() -> {
            if (problem != null) {
                quietly(problem.getMessage());
            } else if (wanted.isEmpty() || withHome && wanted.stream().anyMatch(column -> column.contains(home))) {
                open(home);
                behind.clear();
            }
        }));
        documents.restore(wanted.stream().filter(column -> !column.isEmpty()).toList());
        behind.clear();
    }

    private void reinstate() {
        ServiceLookup.find(CardTypeInstaller.class).ifPresent(installer -> new Job(Messages.get("install.title")) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    List<String> problems = installer.reinstate(monitor);
                    Display display = PlatformUI.getWorkbench().getDisplay();
                    problems.forEach(problem -> display.asyncExec(() -> quietly(problem)));
                } catch (InstallException e) {
                    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> quietly(e.getMessage()));
                }
                return Status.OK_STATUS;
            }
        }.schedule());
    }

    /** The desktop's own theme can be told only while it is shown: what we choose overrides what the platform says. */
    private void settingsChanged() {
        if (themeChoice.equals("system") && Display.isSystemDarkTheme() != systemDark) {
            systemDark = Display.isSystemDarkTheme();
            applyTheme();
        }
    }

    private void applyTheme() {
        theme = chosen();
        IThemeEngine engine = page.getWorkbenchWindow().getService(IThemeEngine.class);
        if (engine != null) {
            engine.setTheme(theme.dark() ? "org.pushpin.theme.dark" : "org.pushpin.theme.light", false);
        }
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getPart(false) instanceof DocumentEditor editor) {
                editor.theme(theme);
            }
        }
    }

    private Theme chosen() {
        return switch (themeChoice) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> systemDark ? Theme.DARK : Theme.LIGHT;
        };
    }

    private void tell(Notice notice) {
        notice.draft().ifPresentOrElse(
                draft -> new DraftDialog(page.getWorkbenchWindow().getShell(), notice.text(), draft).open(),
                () -> quietly(notice.text()));
    }

    /** Shows a line in the tab that is open. */
    private void quietly(String text) {
        if (page.getActiveEditor() instanceof DocumentEditor editor) {
            editor.notice(text);
        }
    }

    private static String text(Bytes value) {
        return new String(value.toByteArray(), StandardCharsets.UTF_8);
    }
}
