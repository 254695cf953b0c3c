// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of the traces into maps, lists, strings and doubles. Trusts its input: the files are ours. */
final class Json {
    private final String in;
    private int at;

    private Json(String in) {
        this.in = in;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private char peek() {
        while (Character.isWhitespace(in.charAt(at))) {
            at++;
        }
        return in.charAt(at);
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            default -> plain();
        };
    }

    private boolean ends(char end) {
        char c = peek();
        if (c == end || c == ',') {
            at++;
        }
        return c == end;
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        while (!ends('}')) {
            peek();
            String key = string();
            peek();
            at++;
            map.put(key, value());
        }
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        while (!ends(']')) {
            list.add(value());
        }
        return list;
    }

    private Object plain() {
        int start = at;
        while (",]}".indexOf(in.charAt(at)) < 0 && !Character.isWhitespace(in.charAt(at))) {
            at++;
        }
        String word = in.substring(start, at);
        return switch (word) {
            case "true", "false", "null" -> word;
            default -> Double.valueOf(word);
        };
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; in.charAt(at) != '"'; at++) {
            out.append(in.charAt(at) == '\\' ? escape() : in.charAt(at));
        }
        at++;
        return out.toString();
    }

    private char escape() {
        at++;
        return switch (in.charAt(at)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(in.substring(at - 3, at + 1), 16);
            }
            default -> in.charAt(at);
        };
    }
}
