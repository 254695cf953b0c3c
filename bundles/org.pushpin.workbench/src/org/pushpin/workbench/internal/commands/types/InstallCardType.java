// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.types;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.ServiceLookup;
import org.pushpin.workbench.internal.install.CardTypeFeature;
import org.pushpin.workbench.internal.install.CardTypeInstaller;

/** Asks for a p2 repository and a card type in it, and installs that into the running product. */
public final class InstallCardType extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        CardTypeInstaller installer = ServiceLookup.require(CardTypeInstaller.class);
        InputDialog where = new InputDialog(shell, Messages.get("install.title"), Messages.get("install.where"), "",
                text -> location(text) == null ? text.isBlank() ? "" : Messages.get("install.noplace") : null);
        if (where.open() != Window.OK) {
            return null;
        }
        URI repository = location(where.getValue());
        ProvisioningDialogs dialogs = new ProvisioningDialogs(shell);
        Optional<List<CardTypeFeature>> found = dialogs.run(monitor -> installer.available(repository, monitor));
        if (found.filter(List::isEmpty).isPresent()) {
            dialogs.done(Messages.get("install.none"));
        }
        List<CardTypeFeature> offered = found.orElse(List.of());
        dialogs.choose(offered, Messages.get("install.which")).filter(dialogs::trusts)
                .flatMap(feature -> dialogs.run(monitor -> installer.install(repository, feature.id(), monitor)))
                .ifPresent(feature -> dialogs.done(Messages.get("install.done", feature.name())));
        return null;
    }

    /** A folder's path or an address; null if it is neither. */
    private static URI location(String text) {
        String place = text.strip();
        if (place.startsWith("/") || place.startsWith("~")) {
            Path folder = Path.of(place.replaceFirst("^~", System.getProperty("user.home")));
            return Files.isDirectory(folder) ? folder.toUri() : null;
        }
        try {
            URI uri = new URI(place);
            return uri.isAbsolute() && List.of("file", "http", "https", "jar").contains(uri.getScheme()) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
