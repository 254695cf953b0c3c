// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/**
 * One opened document: takes input, gives a {@link Frame} to paint. It owns selection, gestures, text editing, the
 * undo stack and the view's position; documents change only through intents of their content types.
 *
 * <p>Every method is called on the host's ui thread and does not wait. Rendering, layout and raster of what changed
 * happen on worker threads; their results arrive through {@link StageHost#execute}, followed by
 * {@link StageHost#damaged()}. Positions are in points from the top left corner of the stage's own area.
 */
public interface Stage extends AutoCloseable {

    DocumentUrl url();

    /** The document's title, or what stands for one; empty while the document is not here. */
    String title();

    /** A quiet second line, for instance "3 cards". */
    String subtitle();

    /** Whether the title can be changed. */
    boolean canRename();

    /** Sets the title, as one undo step. */
    void rename(String title);

    Status status();

    /** @param scale device pixels per point, at least 1 */
    void resize(int width, int height, double scale);

    void theme(Theme theme);

    /** What to paint now. Cheap: bitmaps are made elsewhere; the same frame is returned while nothing changed. */
    Frame frame();

    // input

    void pointer(PointerEvent event);

    /** Scrolls by points, or zooms around the pointer while the command key is held. */
    void wheel(double x, double y, double deltaX, double deltaY, Modifiers modifiers);

    /** Two fingers spread or close around a point. @param factor since the last event, above 1 to come nearer */
    void pinch(double x, double y, double factor);

    /** @return whether the key was used; otherwise the window may use it */
    boolean key(KeyEvent event);

    /** A key is no longer held; only the space bar, which makes a hand of the pointer, matters. */
    void released(KeyEvent event);

    /** Text that was typed, pasted by the system, or committed by an input method. */
    void text(String typed);

    /** What an input method is composing at the caret; an empty text ends it. Never enters the document. */
    void compose(String preedit, int caret);

    /** Where the input method should open its window: the caret, in points. */
    Optional<Rect> caret();

    /** Whether text is being edited, so that plain keys belong to the stage. */
    boolean editing();

    /** The window gained or lost the keyboard. */
    void focus(boolean focused);

    // transfer

    /** Something hovers; the stage shows where it would land. Null content or a leave is {@link #dragLeave()}. */
    boolean dragOver(double x, double y);

    /** The same, and says beside the pointer what would become of it. */
    boolean dragOver(Transfer.Offer offer, double x, double y);

    void dragLeave();

    /** What was dragged out of this stage is over it again: it moves on, or is let go. */
    void carry(double x, double y, boolean letGo);

    /** It has left again, or is dropped elsewhere. */
    void carryEnd();

    void drop(Transfer content, double x, double y);

    // commands

    /** What can be done now, with enablement: for the menu bar, keys and buttons. */
    List<Command> commands();

    /** The context menu for a point, or for the selection when the point is null; selects what is under it. */
    List<Command> menu(Point at);

    /** Performs a command of {@link #commands()} or of the last {@link #menu}; ignores one that is not enabled. */
    void perform(String command);

    // reading aloud

    /** The tree for assistive technology, as values of this moment; what is inside a node is made when it is asked for. */
    Accessible accessible();

    /** What lies above the plane and can be pressed: nodes beside those of {@link #accessible()}. */
    List<Accessible> controls();

    /** The keys from below the root of the tree to the node that has the keyboard; none where that is the root. */
    List<String> accessibleFocus();

    /** The keys from below the root of the tree to the innermost node at a point; none where that is the plane. */
    List<String> accessibleAt(double x, double y);

    /** The keys of the selected items, in reading order; then those of arrows. */
    List<String> selection();

    // people

    /** Who else is at the document now, this device's person not among them. */
    List<Person> people();

    /** Whether a person can see the stage: else this person is not at the document, as far as others can see. */
    void shown(boolean visible);

    /** What others call this person, in this profile. */
    String personName();

    /** Changes it, for every stage. Others see it at once. @param name blank for the system's */
    void personName(String name);

    /** Ends it: listeners closed, bitmaps dropped. Edits are in the document already. */
    @Override
    void close();
}
