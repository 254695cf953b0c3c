// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * TCP under Noise. What goes over the wire, big-endian where nothing else is said:
 *
 * <h2>Records</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>length n of what follows</td></tr>
 * <tr><td>2</td><td>n</td><td>a message of the handshake, then records of the session</td></tr>
 * </table>
 * The handshake is {@code Noise_NN_25519_ChaChaPoly_BLAKE2b} with the prologue "pushpin/tcp/1": 32 bytes from the initiator, 48 back. It may
 * take 5 s; n is at most 4,096; payloads are empty, and ignored for the sake of later versions. A session record is Noise's transport message
 * (§5.1) with n at most 65,535. Decrypted, it is a sequence of whole frames.
 *
 * <h2>Frames</h2>
 * Numbers are unsigned LEB128 in the shortest form, at most 28 bits.
 * <table>
 * <tr><th>type (1 byte)</th><th>fields</th><th>meaning</th></tr>
 * <tr><td>0 padding</td><td>zeros to the end of the record</td><td>a record below 4 KiB is padded so that n is a multiple of 256</td></tr>
 * <tr><td>1 start</td><td>channel, total, length, bytes[length]</td><td>a message of {@code total} bytes (≤ 1 MiB) begins; it is whole when they
 * have come. length is 1 to total, or 0 if total is 0</td></tr>
 * <tr><td>2 more</td><td>channel, length ≥ 1, bytes[length]</td><td>it goes on. Pieces of different channels may mix</td></tr>
 * <tr><td>3 credit</td><td>channel, amount ≥ 1</td><td>the receiver has consumed messages that cost this much</td></tr>
 * <tr><td>4 ping, 5 pong</td><td>token[8]</td><td>a pong returns the latest ping's token</td></tr>
 * <tr><td>6 close</td><td>length ≤ 256, UTF-8[length]</td><td>the last frame; one sentence for the log</td></tr>
 * <tr><td>7 rekey</td><td></td><td>only padding may follow; the sender's next record is under the next key (Noise §11.3)</td></tr>
 * <tr><td>8–63</td><td></td><td>unknown: the connection is closed, a newer version is needed</td></tr>
 * <tr><td>64–255</td><td>length, bytes[length]</td><td>unknown: passed over</td></tr>
 * </table>
 *
 * <h2>Windows</h2>
 * A message costs its length and 256 bytes, from its start until the receiver has consumed it. Without credit at most 2 MiB may be out on a
 * channel and 16 MiB on a connection; who exceeds that is cut off. Senders start a message only when all of it fits, so what has started can
 * always end; they leave the last 4 MiB of a connection to interactive messages of at most 64 KiB, and let pieces of these (≤ 16 KiB) go first.
 *
 * <h2>Limits</h2>
 * 64 handshakes at once, 8 of one IPv4 address or IPv6 /56, 128 accepted connections, 256 MiB of received messages in all, 64 MiB waiting to be
 * sent on a connection; a ping every 30 s, the end after 90 s of silence or 10 s with less than 1 KiB within a record; a new key after 2²⁰
 * records or an hour. Whatever breaks a rule ends the connection with one sentence, which is sent as a close frame if the socket takes it.
 */
package org.pushpin.transport.tcp.internal;
