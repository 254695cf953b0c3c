// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

import org.pushpin.crypto.DocumentUrl;

/** Names the document that an editor shows. Two inputs are equal when they name the same document and type. */
record DocumentInput(DocumentUrl url) implements IEditorInput {

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentInput input && input.url.id().equals(url.id())
                && input.url.contentType().equals(url.contentType());
    }

    @Override
    public int hashCode() {
        return url.id().hashCode();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return url.contentType();
    }

    /** Open tabs are remembered by the workbench in the profile's settings, not by the platform: links are secrets. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return url.withoutCapability().toString();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
