// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code releng/fuzz} needs beside the fuzzer.
 *
 * <pre>
 * seeds TARGET            prints a corpus of the inputs to begin with
 * unpack TARGET DIR       writes the corpus to a folder, a file for each input
 * pack DIR                prints a corpus of the files in a folder but for large ones
 * replay TARGET PATH…     runs files, or all files of folders; says what each finding is
 * minimise TARGET FILE    makes the input of a finding smaller, as long as the same is found, and prints it in Base64
 * file DOCUMENT_INPUT     writes the file that an input of the document target stands for to the standard output
 * </pre>
 */
public final class FuzzTool {
    private static final int LARGEST = 600;

    private FuzzTool() {
    }

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "seeds" -> System.out.print(Corpus.format(Seeds.of(Target.named(args[1]))));
            case "unpack" -> unpack(Target.named(args[1]), Path.of(args[2]));
            case "pack" -> pack(read(List.of(args[1])));
            case "replay" -> System.exit(replay(Target.named(args[1]), read(List.of(args).subList(2, args.length))) == 0 ? 0 : 1);
            case "minimise" -> System.out.println(Base64.getEncoder().encodeToString(minimised(Target.named(args[1]),
                    Files.readAllBytes(Path.of(args[2])))));
            case "file" -> System.out.write(DocumentFuzz.file(Files.readAllBytes(Path.of(args[1]))));
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.flush();
    }

    private record Named(Path path, byte[] bytes) {
    }

    private static void unpack(Target target, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<byte[]> inputs = new ArrayList<>(Seeds.of(target));
        inputs.addAll(Corpus.of(target));
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(folder.resolve("%04d".formatted(i)), inputs.get(i));
        }
    }

    private static void pack(List<Named> files) {
        System.out.print(Corpus.format(files.stream().map(Named::bytes).filter(bytes -> bytes.length <= LARGEST).toList()));
    }

    private static List<Named> read(List<String> paths) throws IOException {
        List<Named> files = new ArrayList<>();
        for (String path : paths) {
            try (Stream<Path> below = Files.walk(Path.of(path))) {
                for (Path file : (Iterable<Path>) below.filter(Files::isRegularFile).sorted()::iterator) {
                    files.add(new Named(file, Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private static byte[] minimised(Target target, byte[] input) {
        String wanted = found(target, input);
        byte[] least = input;
        for (int piece = Math.max(1, input.length / 2); piece > 0; piece /= 2) {
            for (int at = 0; at < least.length;) {
                byte[] less = Parts.spliced(least, at, piece, new byte[0]);
                if (found(target, less).equals(wanted)) {
                    least = less;
                } else {
                    at += piece;
                }
            }
        }
        return least;
    }

    /** The kind and the place of what an input brings about. */
    private static String found(Target target, byte[] input) {
        try {
            target.run(input);
            return "";
        } catch (RuntimeException | Error e) {
            return e.getClass().getName() + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        }
    }

    private static int replay(Target target, List<Named> files) {
        int findings = 0;
        for (Named file : files) {
            try {
                target.run(file.bytes());
            } catch (RuntimeException | Error e) {
                findings++;
                System.out.println(file.path() + ": " + e);
                for (int i = 0; i < Math.min(8, e.getStackTrace().length); i++) {
                    System.out.println("    at " + e.getStackTrace()[i]);
                }
            }
        }
        System.out.println(files.size() + " inputs, " + findings + " findings");
        return findings;
    }
}
