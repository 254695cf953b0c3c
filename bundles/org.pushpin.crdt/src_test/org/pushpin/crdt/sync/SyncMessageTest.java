// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage.Flag;
import org.pushpin.crdt.sync.SyncMessage.Version;

/** The bytes, against those of Automerge's JavaScript engine 3.5.0 and its native engine 0.5.7. */
class SyncMessageTest {
    private static final String HEAD = "b69fd00c971caf6dbbabfb45bdf5daf9a6fc219921d9a7f579398cd082237b71";
    private static final String FILTER = "07030a07dc32faa8";
    private static final String DOCUMENT = "856f4a832bb2454600770103abc12301" + HEAD + "0701020302130223024004430356020a15032102"
            + "2302340142025602570380010481010283010303000301030103007f0002017e0001030703016e03000301030301031400010202017f00"
            + "02007e020102";
    private static final String HELLO = "4201" + HEAD + "00" + "0100" + FILTER + "00" + "020284";
    private static final String ASKING = "4300" + "01" + HEAD + "010000" + "00" + "020284";
    private static final String SENDING = "4301" + HEAD + "00" + "0100" + FILTER + "018101" + DOCUMENT + "020284";
    private static final String ACKNOWLEDGING = "4301" + HEAD + "00" + "0101" + HEAD + "00" + "00" + "020284";
    private static final String READ_ONLY = "4201" + HEAD + "00" + "0100" + FILTER + "00" + "020286";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static SyncMessage parse(String hex) throws MalformedException {
        return SyncMessage.parse(bytes(hex));
    }

    private static String hex(Optional<SyncMessage> message) {
        return HexFormat.of().formatHex(message.orElseThrow().toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {HELLO, ASKING, SENDING, ACKNOWLEDGING, READ_ONLY})
    void writesWhatItReads(String hex) throws MalformedException {
        assertArrayEquals(bytes(hex), parse(hex).toByteArray());
    }

    @Test
    void fields() throws MalformedException {
        SyncMessage sending = parse(SENDING);
        ChangeHash head = ChangeHash.parse(HEAD);
        Doc doc = Doc.load(bytes(DOCUMENT));

        assertEquals(Version.V2, sending.version());
        assertEquals(List.of(head), sending.heads());
        assertEquals(List.of(), sending.need());
        assertEquals(List.of(), sending.haves().getFirst().lastSync());
        assertTrue(doc.changes().stream().allMatch(change -> sending.haves().getFirst().since().mayContain(change.hash())));
        assertEquals(Set.of(Flag.SUPPORTS_V2, Flag.SUPPORTS_SYNC_RESET), sending.flags());
        assertEquals(doc.changes(), sending.changes());
        assertEquals(List.of(head), parse(ASKING).need());
        assertEquals(Set.of(Flag.SUPPORTS_V2, Flag.SUPPORTS_SYNC_RESET, Flag.READ_ONLY), parse(READ_ONLY).flags());
    }

    /** The same session, message by message, byte for byte; but for the filter that is not needed beside a document. */
    @Test
    void sessionAsTheirs() throws MalformedException {
        Doc left = Doc.load(bytes(DOCUMENT));
        SyncState leftState = new SyncState();
        SyncState rightState = new SyncState();

        assertEquals(HELLO, hex(leftState.generate(left)));
        Doc right = rightState.receive(Doc.empty(), parse(HELLO));
        assertEquals(ASKING, hex(rightState.generate(right)));
        assertEquals(left, leftState.receive(left, parse(ASKING)));
        assertEquals(SENDING.replace("0100" + FILTER, "0101" + HEAD + "00"), hex(leftState.generate(left)));
        right = rightState.receive(right, parse(SENDING));
        assertEquals(ACKNOWLEDGING, hex(rightState.generate(right)));
        assertEquals(left, leftState.receive(left, parse(ACKNOWLEDGING)));
        assertEquals(Optional.empty(), leftState.generate(left));
        assertEquals("4301" + HEAD, HexFormat.of().formatHex(rightState.toByteArray()));
        SyncState readOnly = new SyncState();
        readOnly.setReadOnly(true);
        assertEquals(READ_ONLY, hex(readOnly.generate(left)));
    }

    /** Trailers: none, 0.5's, 3.0's, all flags, flags of the future, bytes behind. */
    @ParameterizedTest
    @CsvSource({"'', ''", "00, ''", "0101, ''", "0102, SUPPORTS_V2", "020102, SUPPORTS_V2", "0180, SUPPORTS_V2",
        "020281, SUPPORTS_V2 SYNC_RESET", "020287, SUPPORTS_V2 SYNC_RESET READ_ONLY SUPPORTS_SYNC_RESET", "0202f8, SUPPORTS_V2",
        "0502838485ff, SUPPORTS_V2 SYNC_RESET READ_ONLY SUPPORTS_SYNC_RESET", "0202842a2a2a, SUPPORTS_V2 SUPPORTS_SYNC_RESET",
        "022a2b, ''"})
    void trailers(String trailer, String flags) throws MalformedException {
        String names = String.join(" ", parse("4200000000" + trailer).flags().stream().map(Flag::name).toList());

        assertEquals(flags, names);
    }

    @Test
    void hashesAreSortedWhateverTheirOrder() throws MalformedException {
        String a = "aa".repeat(32);
        String b = "0b".repeat(32);

        assertEquals(List.of(ChangeHash.parse(b), ChangeHash.parse(a)), parse("4203" + a + b + a + "000000").heads());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "41", "44", "42", "4200", "420000", "42000000", // ends early
        "4201", "42ffffffff0f", "42ffffffffffffffff7f", "42ffffffffffffffffff01", "4280808080808080808080", // heads that are not there
        "4200ffffffff0f", "420000ffffffff0f", "42000021", "420000010001", "42000001000501", // need and haves that are not there
        "420000000100", "42000000ffffffff0f", "4200000001ffffffff0f", "420000000105", // changes that are not there
        "42000000010900112233445566778899", "42000000010000000000000000000000", // changes too short to be any
        "420000000005", "4200000000ffffffff0f", // flags that are not there
        "4280000000", // superfluous byte
        "4301" + HEAD, // a state
    })
    void refused(String hex) {
        assertThrows(MalformedException.class, () -> parse(hex));
    }

    @Test
    void tooManyFiltersAreRefused() throws MalformedException {
        assertEquals(32, parse("42000020" + "0000".repeat(32) + "00").haves().size());
        assertThrows(MalformedException.class, () -> parse("42000021" + "0000".repeat(33) + "00"));
    }

    @Test
    void everyTruncationIsRefusedOrComplete() throws MalformedException {
        for (String hex : List.of(HELLO, ASKING, SENDING, ACKNOWLEDGING)) {
            int whole = hex.length() / 2;
            for (int length = 0; length < whole; length++) {
                String part = hex.substring(0, 2 * length);
                if (length == whole - 3) {
                    assertEquals(Set.of(), parse(part).flags());
                } else {
                    assertThrows(MalformedException.class, () -> parse(part));
                }
            }
        }
    }

    @Test
    void everyFlippedBitIsReadOrRefused() throws MalformedException {
        Doc start = Doc.load(bytes(DOCUMENT));
        int refused = 0;
        for (String hex : List.of(HELLO, ASKING, SENDING, ACKNOWLEDGING)) {
            for (int bit = 0; bit < hex.length() * 4; bit++) {
                byte[] flipped = bytes(hex);
                flipped[bit >> 3] ^= (byte) (1 << (bit & 7));
                refused += isTaken(start, flipped) && isTaken(Doc.empty(), flipped) ? 0 : 1;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }

    /** Whether a message can be read and answered; anything but the checked exception fails the test. */
    private static boolean isTaken(Doc doc, byte[] bytes) {
        SyncState state = new SyncState();
        state.generate(doc);
        try {
            Doc after = state.receive(doc, SyncMessage.parse(bytes));
            state.generate(after).ifPresent(SyncMessage::toByteArray);
            state.generate(after);
            return true;
        } catch (MalformedException e) {
            assertFalse(state.isInSync(doc));
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "44", "43", "4301", "43ffffffff0f", "4300" + "00", "438000", ACKNOWLEDGING})
    void statesThatAreNone(String hex) {
        assertThrows(MalformedException.class, () -> SyncState.parse(bytes(hex)));
    }

    @Test
    void statesAreRead() throws MalformedException {
        assertEquals(List.of(), SyncState.parse(bytes("4300")).sharedHeads());
        assertEquals(List.of(ChangeHash.parse(HEAD)), SyncState.parse(bytes("4301" + HEAD)).sharedHeads());
    }
}
