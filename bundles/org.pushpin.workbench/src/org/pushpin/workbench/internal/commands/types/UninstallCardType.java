// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.types;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.ServiceLookup;
import org.pushpin.workbench.internal.install.CardTypeFeature;
import org.pushpin.workbench.internal.install.CardTypeInstaller;

/** Takes a card type out of the running product; boards keep its cards. */
public final class UninstallCardType extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        CardTypeInstaller installer = ServiceLookup.require(CardTypeInstaller.class);
        ProvisioningDialogs dialogs = new ProvisioningDialogs(HandlerUtil.getActiveShell(event));
        List<CardTypeFeature> installed = dialogs.run(monitor -> installer.installed()).orElse(List.of());
        if (installed.isEmpty()) {
            dialogs.done(Messages.get("uninstall.none"));
            return null;
        }
        dialogs.choose(installed, Messages.get("uninstall.which"))
                .flatMap(feature -> dialogs.run(monitor -> {
                    installer.uninstall(feature.id(), monitor);
                    return feature;
                }))
                .ifPresent(feature -> dialogs.done(Messages.get("uninstall.done", feature.name())));
        return null;
    }
}
