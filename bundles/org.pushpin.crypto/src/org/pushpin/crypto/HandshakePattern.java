// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The patterns of the Noise Protocol Framework, revision 34, §7.4, §7.5 and §18.1 (deferred ones), without pre-shared keys. Each row: the
 * initiator's pre-message, the responder's, and the messages in turn, the initiator's first.
 */
public enum HandshakePattern {
    N("", "s", "e es"),
    K("s", "s", "e es ss"),
    X("", "s", "e es s ss"),
    NN("", "", "e", "e ee"),
    NK("", "s", "e es", "e ee"),
    NX("", "", "e", "e ee s es"),
    KN("s", "", "e", "e ee se"),
    KK("s", "s", "e es ss", "e ee se"),
    KX("s", "", "e", "e ee se s es"),
    XN("", "", "e", "e ee", "s se"),
    XK("", "s", "e es", "e ee", "s se"),
    XX("", "", "e", "e ee s es", "s se"),
    IN("", "", "e s", "e ee se"),
    IK("", "s", "e es s ss", "e ee se"),
    IX("", "", "e s", "e ee se s es"),
    NK1("", "s", "e", "e ee es"),
    NX1("", "", "e", "e ee s", "es"),
    X1N("", "", "e", "e ee", "s", "se"),
    X1K("", "s", "e es", "e ee", "s", "se"),
    XK1("", "s", "e", "e ee es", "s se"),
    X1K1("", "s", "e", "e ee es", "s", "se"),
    X1X("", "", "e", "e ee s es", "s", "se"),
    XX1("", "", "e", "e ee s", "es s se"),
    X1X1("", "", "e", "e ee s", "es s", "se"),
    K1N("s", "", "e", "e ee", "se"),
    K1K("s", "s", "e es", "e ee", "se"),
    KK1("s", "s", "e", "e ee se es"),
    K1K1("s", "s", "e", "e ee es", "se"),
    K1X("s", "", "e", "e ee s es", "se"),
    KX1("s", "", "e", "e ee se s", "es"),
    K1X1("s", "", "e", "e ee s", "se es"),
    I1N("", "", "e s", "e ee", "se"),
    I1K("", "s", "e es s", "e ee", "se"),
    IK1("", "s", "e s", "e ee se es"),
    I1K1("", "s", "e s", "e ee es", "se"),
    I1X("", "", "e s", "e ee s es", "se"),
    IX1("", "", "e s", "e ee se s", "es"),
    I1X1("", "", "e s", "e ee s", "se es");

    private final boolean initiatorKnown;
    private final boolean responderKnown;
    private final List<List<Token>> messages;

    HandshakePattern(String initiator, String responder, String... messages) {
        this.initiatorKnown = initiator.equals("s");
        this.responderKnown = responder.equals("s");
        this.messages = Arrays.stream(messages).map(HandshakePattern::tokens).toList();
    }

    private static List<Token> tokens(String message) {
        return Arrays.stream(message.split(" ")).map(name -> Token.valueOf(name.toUpperCase(Locale.ROOT))).toList();
    }

    /** What a message does: send a key, or mix an agreement. */
    enum Token {
        E, S, EE, ES, SE, SS
    }

    /** Whether the responder knows the initiator's static key beforehand. */
    public boolean initiatorKnown() {
        return initiatorKnown;
    }

    /** Whether the initiator knows the responder's static key beforehand. */
    public boolean responderKnown() {
        return responderKnown;
    }

    List<List<Token>> messages() {
        return messages;
    }

    /** Whether all is said in one message; then only the initiator may send afterwards. */
    public boolean oneWay() {
        return messages.size() == 1;
    }
}
