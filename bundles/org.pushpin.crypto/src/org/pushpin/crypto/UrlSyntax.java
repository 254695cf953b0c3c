// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The grammar of {@link DocumentUrl}: reading, writing, and finding one in running text. */
final class UrlSyntax {
    private static final int MAX_NAME = 64;
    private static final String UNRESERVED = "-._~:/@!$'()*+,;";
    private static final String TYPE_PREFIX = "contentType=";
    private static final String TRAILING = ".,;:!?'\")]}>*_~";

    private UrlSyntax() {
    }

    static DocumentUrl parse(String text) throws FormatException {
        if (text.length() > DocumentUrl.MAX_LENGTH) {
            throw new FormatException("a document URL has at most " + DocumentUrl.MAX_LENGTH + " characters");
        }
        if (!text.startsWith(DocumentUrl.SCHEME)) {
            throw new FormatException("a document URL begins with " + DocumentUrl.SCHEME);
        }
        int hash = text.indexOf('#');
        String address = hash < 0 ? text : text.substring(0, hash);
        Optional<DocumentUrl.Capability> capability = hash < 0 ? Optional.empty() : Optional.of(capability(text.substring(hash + 1)));
        int query = address.indexOf('?');
        if (query < 0) {
            throw new FormatException("the document URL names no contentType");
        }
        DocumentId id = DocumentId.parse(address.substring(DocumentUrl.SCHEME.length(), query));
        return query(id, address.substring(query + 1).split("&", -1), capability);
    }

    private static DocumentUrl query(DocumentId id, String[] fields, Optional<DocumentUrl.Capability> capability) throws FormatException {
        if (!fields[0].startsWith(TYPE_PREFIX)) {
            throw new FormatException("the first parameter of a document URL is contentType");
        }
        List<DocumentUrl.Parameter> parameters = new ArrayList<>();
        try {
            for (int i = 1; i < fields.length; i++) {
                parameters.add(parameter(fields[i]));
            }
            return new DocumentUrl(id, fields[0].substring(TYPE_PREFIX.length()), parameters, capability);
        } catch (IllegalArgumentException broken) {
            throw new FormatException("the document URL is broken: " + broken.getMessage());
        }
    }

    private static DocumentUrl.Parameter parameter(String field) throws FormatException {
        int equals = field.indexOf('=');
        if (equals < 0) {
            throw new FormatException("a parameter of the document URL has no value");
        }
        return new DocumentUrl.Parameter(field.substring(0, equals), decode(field.substring(equals + 1)));
    }

    private static DocumentUrl.Capability capability(String text) throws FormatException {
        if (text.isEmpty()) {
            throw new FormatException("the capability of the document URL is empty");
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'k' -> new DocumentUrl.Secret(DocumentSecret.of(base64(rest, DocumentSecret.LENGTH)));
            case 'l' -> new DocumentUrl.LinkSeed(base64(rest, DocumentUrl.LinkSeed.LENGTH));
            default -> throw unknown(text.codePointAt(0));
        };
    }

    private static FormatException unknown(int letter) {
        boolean plain = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        return plain ? new UnsupportedFormatException("URL capability '" + Character.toString(letter) + "'")
                : new FormatException("the capability of the document URL is broken");
    }

    private static Bytes base64(String text, int length) throws FormatException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == length && base64(Bytes.wrap(bytes)).equals(text)) {
                return Bytes.of(bytes);
            }
        } catch (IllegalArgumentException noBase64) {
            throw new FormatException("the capability of the document URL is mistyped");
        }
        throw new FormatException("the capability of the document URL is cut or mistyped");
    }

    private static String base64(Bytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static String format(DocumentUrl url) {
        var text = new StringBuilder(DocumentUrl.SCHEME).append(url.id()).append('?').append(TYPE_PREFIX).append(url.contentType());
        for (DocumentUrl.Parameter parameter : url.parameters()) {
            text.append('&').append(parameter.name()).append('=').append(encode(parameter.value()));
        }
        url.capability().ifPresent(c -> text.append('#').append(switch (c) {
            case DocumentUrl.Secret k -> "k" + base64(k.secret().bytes());
            case DocumentUrl.LinkSeed l -> "l" + base64(l.seed());
        }));
        return text.toString();
    }

    private static String encode(String value) {
        var text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b) || UNRESERVED.indexOf(b) >= 0) {
                text.append((char) b);
            } else {
                text.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return text.toString();
    }

    private static String decode(String text) throws FormatException {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put((byte) escape(text, i));
                i += 2;
            } else if (isPlain(c) || UNRESERVED.indexOf(c) >= 0) {
                bytes.put((byte) c);
            } else {
                throw new FormatException("a parameter of the document URL holds a character that must be escaped");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new FormatException("a parameter of the document URL is not UTF-8");
        }
    }

    private static int escape(String text, int at) throws FormatException {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0 || text.charAt(at + 1) > 'f' || text.charAt(at + 2) > 'f') {
            throw new FormatException("a parameter of the document URL holds a broken escape");
        }
        return high << 4 | low;
    }

    /** The index after the last character that can belong to the URL which begins at {@code from}. */
    static int endOf(String text, int from) {
        int at = from + DocumentUrl.SCHEME.length();
        while (at < text.length() && isUrlCharacter(text.charAt(at)) && !text.startsWith(DocumentUrl.SCHEME, at)) {
            at++;
        }
        return at;
    }

    /** Reads a URL that may be followed by the punctuation of a sentence. */
    static Optional<DocumentUrl> parseLongest(String candidate) {
        String text = candidate;
        for (int cut = 0; cut <= 4 && !text.isEmpty(); cut++) {
            try {
                return Optional.of(parse(text));
            } catch (FormatException notYet) {
                if (TRAILING.indexOf(text.charAt(text.length() - 1)) < 0) {
                    return Optional.empty();
                }
                text = text.substring(0, text.length() - 1);
            }
        }
        return Optional.empty();
    }

    private static boolean isUrlCharacter(char c) {
        return isPlain(c) || UNRESERVED.indexOf(c) >= 0 || "?&=#%".indexOf(c) >= 0;
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static void requireName(String name, String what) {
        boolean plain = name.chars().allMatch(c -> isPlain(c) || c == '.' || c == '_' || c == '-');
        if (name.isEmpty() || name.length() > MAX_NAME || !plain) {
            throw new IllegalArgumentException("a " + what + " is 1 to " + MAX_NAME + " letters, digits or . _ -");
        }
    }

    /** Whether the text has no lone surrogates, so that UTF-8 keeps it. */
    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(text));
    }
}
