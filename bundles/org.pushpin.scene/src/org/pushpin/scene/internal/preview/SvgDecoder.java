// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.impl.RenderingHintsUtil;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;

/**
 * Draws SVG: static, without scripts, without anything that lies outside the file, without DTDs and their entities. Bounded:
 * {@value #MOST_BYTES} bytes, {@value #MOST_ELEMENTS} elements after {@code use} is expanded, and a time after which it is
 * given up, on a thread of its own, because one hostile element can take longer than any check allows.
 */
final class SvgDecoder {

    static final int MOST_BYTES = 8 << 20;
    static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 64;
    private static final int DEEPEST_USE = 15;
    /** Of a processor's time; on a busy machine a drawing may take longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** A drawing is sharp at any size; it is said to have this many pixels along its longest side. */
    static final int SIDE = 2048;
    private static final double MOST_OBLONG = 64;

    /** What the library says to nobody in particular, and in whose words; kept, or its level would be forgotten. */
    private static final Logger QUIET = Logger.getLogger("com.github.weisj.jsvg");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final byte[] bytes;
    private final SvgBudget budget = new SvgBudget();

    private SvgDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    static SvgDecoder read(PictureDecoder.Source source) throws IOException, UnsupportedPictureException {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw UnsupportedPictureException.tooManyBytes();
            return new SvgDecoder(bytes);
        }
    }

    PictureDecoder.Header header() throws IOException, UnsupportedPictureException {
        return within(() -> header(load()));
    }

    Decoded decode(int longest) throws IOException, UnsupportedPictureException {
        return within(() -> {
            SVGDocument drawing = load();
            PictureDecoder.Header header = header(drawing);
            double k = Math.min(1, (double) longest / SIDE);
            BufferedImage image = paint(drawing, (int) Math.ceil(header.width() * k), (int) Math.ceil(header.height() * k));
            return new Decoded(image, header.width(), header.height());
        });
    }

    private SVGDocument load() throws UnsupportedPictureException {
        LoaderContext context = LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .resourceLoader(new SvgPictures(budget)).documentLimits(new DocumentLimits(DEEPEST, DEEPEST_USE, MOST_ELEMENTS))
                .preProcessor(budget::restrain).build();
        SVGDocument drawing = new SVGLoader().load(new ByteArrayInputStream(bytes), null, context);
        if (drawing == null) throw UnsupportedPictureException.damaged(null);
        return drawing;
    }

    private static PictureDecoder.Header header(SVGDocument drawing) throws UnsupportedPictureException {
        FloatSize size = drawing.size();
        double width = size.width;
        double height = size.height;
        boolean sane = width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height);
        if (!sane || width / height > MOST_OBLONG || height / width > MOST_OBLONG) throw UnsupportedPictureException.damaged(null);
        double k = SIDE / Math.max(width, height);
        return new PictureDecoder.Header(PictureFormat.SVG, (int) Math.ceil(width * k), (int) Math.ceil(height * k));
    }

    private BufferedImage paint(SVGDocument drawing, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        RenderingHintsUtil.setupSVGRenderingHints(g);
        SvgOutput output = new SvgOutput(g, budget);
        drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, output, new ViewBox(0, 0, width, height));
        output.dispose();
        return image;
    }

    private <T> T within(Callable<T> task) throws IOException, UnsupportedPictureException {
        FutureTask<T> answer = new FutureTask<>(task);
        Thread thread = Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("render-svg").start(answer);
        try {
            return await(answer, thread.threadId());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        } finally {
            budget.end();
        }
    }

    private static <T> T await(FutureTask<T> answer, long thread)
            throws InterruptedException, ExecutionException, UnsupportedPictureException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() - end < 0 && threads.getThreadCpuTime(thread) < PATIENCE.toNanos()) {
            try {
                return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            }
        }
        if (answer.isDone()) return answer.get();
        throw UnsupportedPictureException.tooComplex();
    }

    /** Whatever a library does about a hostile file, it costs this file only: no memory or stack is held any more. */
    private static UnsupportedPictureException reason(Throwable failure) {
        return switch (failure) {
            case UnsupportedPictureException known -> known;
            case SvgBudget.SpentException spent -> UnsupportedPictureException.tooComplex();
            case OutOfMemoryError large -> UnsupportedPictureException.tooManyBytes();
            default -> UnsupportedPictureException.damaged(failure);
        };
    }
}
