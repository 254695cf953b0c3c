// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The address of a document as a person may paste it: which document, which content type shows it, and what it allows. An immutable
 * value; two that are written differently but mean the same are equal, and {@link #toString()} is the canonical form:
 *
 * <pre>
 * url  = "pushpin:/" id "?contentType=" type *("&amp;" name "=" value) ["#" cap]
 * cap  = "k" base64url(secret[16]) / "l" base64url(linkSeed[32])
 * </pre>
 *
 * Unknown parameters are kept; an unknown capability letter is refused. The grammar with its limits is in the package's description.
 *
 * @param id which document
 * @param contentType 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 * @param parameters further parameters in their order, at most 16; a name may occur more than once
 * @param capability what the holder may do; empty for a bare reference
 */
public record DocumentUrl(DocumentId id, String contentType, List<Parameter> parameters, Optional<Capability> capability) {
    /** How every URL begins. */
    public static final String SCHEME = "pushpin:/";

    /** The longest URL that is read, in characters. */
    public static final int MAX_LENGTH = 2048;

    private static final int MAX_PARAMETERS = 16;
    private static final String TYPE = "contentType";

    /** A name and its decoded value, such as {@code via} and a device. */
    public record Parameter(String name, String value) {
        private static final int MAX_VALUE = 512;

        /** @throws IllegalArgumentException if the name is not 1 to 64 plain characters or the value is too long */
        public Parameter {
            UrlSyntax.requireName(name, "parameter name");
            if (value.length() > MAX_VALUE || !UrlSyntax.isWellFormed(value)) {
                throw new IllegalArgumentException("the value of parameter " + name + " is too long or broken");
            }
        }
    }

    /** What a URL grants to whoever holds it. */
    public sealed interface Capability permits Secret, LinkSeed {
    }

    /** {@code #k…}: the document's secret, to read and write. */
    public record Secret(DocumentSecret secret) implements Capability {
    }

    /** {@code #l…}: the 32-byte seed of a member of the document's group. Never printed but in a URL. */
    public record LinkSeed(Bytes seed) implements Capability {
        /** The length of a seed in bytes. */
        public static final int LENGTH = 32;

        /** @throws IllegalArgumentException if the seed is not 32 bytes long */
        public LinkSeed {
            seed.requireLength(LENGTH, "a link seed");
        }

        @Override
        public String toString() {
            return "LinkSeed";
        }
    }

    /** @throws IllegalArgumentException if the type or the number of parameters breaks the grammar */
    public DocumentUrl {
        UrlSyntax.requireName(contentType, "content type");
        parameters = List.copyOf(parameters);
        if (parameters.size() > MAX_PARAMETERS || parameters.stream().anyMatch(p -> p.name().equals(TYPE))) {
            throw new IllegalArgumentException("at most " + MAX_PARAMETERS + " parameters, and only one " + TYPE);
        }
    }

    /** A URL without further parameters that grants reading and writing. */
    public static DocumentUrl of(DocumentId id, String contentType, DocumentSecret secret) {
        return new DocumentUrl(id, contentType, List.of(), Optional.of(new Secret(secret)));
    }

    /**
     * Reads a URL.
     *
     * @throws UnsupportedFormatException if its id or its capability is newer than this version
     * @throws FormatException if it breaks the grammar; the message says where
     */
    public static DocumentUrl parse(String text) throws FormatException {
        return UrlSyntax.parse(text);
    }

    /** The distinct URLs inside a text, in order; what looks like one and is not readable is passed over. Linear. */
    public static List<DocumentUrl> find(String text) {
        Set<DocumentUrl> found = new LinkedHashSet<>();
        find(text, found::add);
        return List.copyOf(found);
    }

    /** The same, as often as each stands in the text. */
    public static void find(String text, Consumer<DocumentUrl> found) {
        for (int at = text.indexOf(SCHEME); at >= 0;) {
            int end = UrlSyntax.endOf(text, at);
            UrlSyntax.parseLongest(text.substring(at, Math.min(end, at + MAX_LENGTH))).ifPresent(found);
            at = text.indexOf(SCHEME, Math.max(end, at + 1));
        }
    }

    /** The value of the first parameter of this name. */
    public Optional<String> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
    }

    /** The document's secret, if the URL carries it. */
    public Optional<DocumentSecret> secret() {
        return capability.flatMap(c -> switch (c) {
            case Secret k -> Optional.of(k.secret());
            case LinkSeed l -> Optional.empty();
        });
    }

    /** The same document seen through another content type. */
    public DocumentUrl withContentType(String type) {
        return new DocumentUrl(id, type, parameters, capability);
    }

    /** With one more parameter. */
    public DocumentUrl withParameter(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new DocumentUrl(id, contentType, more, capability);
    }

    /** With another capability. */
    public DocumentUrl withCapability(Capability granted) {
        return new DocumentUrl(id, contentType, parameters, Optional.of(granted));
    }

    /** A bare reference: fit for the public. */
    public DocumentUrl withoutCapability() {
        return new DocumentUrl(id, contentType, parameters, Optional.empty());
    }

    /** The canonical text, capability included: do not log it. */
    @Override
    public String toString() {
        return UrlSyntax.format(this);
    }
}
