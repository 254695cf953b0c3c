// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.util.Optional;

import org.pushpin.content.Preview;
import org.pushpin.content.Size;

/** The bytes are no picture, or one that is not to be decoded here. */
public final class UnsupportedPictureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Preview.Reason reason;
    private final transient Optional<Size> claimed;

    UnsupportedPictureException(Preview.Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        claimed = Optional.empty();
    }

    private UnsupportedPictureException(String message, Size claimed) {
        super(message);
        reason = Preview.Reason.TOO_LARGE;
        this.claimed = Optional.of(claimed);
    }

    static UnsupportedPictureException unknown() {
        return new UnsupportedPictureException(Preview.Reason.UNKNOWN, "not a picture of a known kind", null);
    }

    static UnsupportedPictureException damaged(Throwable cause) {
        return new UnsupportedPictureException(Preview.Reason.DAMAGED, "a damaged picture", cause);
    }

    static UnsupportedPictureException tooLarge(int width, int height) {
        return new UnsupportedPictureException("a picture too large", new Size(width, height));
    }

    static UnsupportedPictureException tooManyBytes() {
        return new UnsupportedPictureException(Preview.Reason.TOO_LARGE, "a picture too large", null);
    }

    static UnsupportedPictureException tooComplex() {
        return new UnsupportedPictureException(Preview.Reason.TOO_COMPLEX, "a picture that takes too long", null);
    }

    public Preview.Reason reason() {
        return reason;
    }

    /** How many pixels a picture that is too large says it has. */
    public Optional<Size> claimed() {
        return claimed;
    }
}
