// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.pushpin.content.MarkedText;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.Scalar;

class HtmlReaderTest {

    private static String read(String html) {
        return HtmlReader.read(html).markdown();
    }

    @Test
    void headingsParagraphsAndEmphasis() {
        assertEquals("# River\n\nSlow **at** ***the bend*** here\nand ~~dry~~ `wet`",
                read("<h1>River</h1><p>Slow <b>at <i>the bend</i></b> here<br>and <s>dry</s> <code>wet</code></p>"));
        assertEquals("one\n\ntwo", read("<p>one</p>\n\n<p>two\n</p>"));
        assertEquals("one\ntwo", read("<div>one</div><div>two</div>"));
    }

    @Test
    void lists() {
        assertEquals("- a\n  - b\n- c\n\n1. first\n2. second",
                read("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>first<li>second</ol>"));
        assertEquals("- [x] done\n- [ ] open", read("<ul><li><input type=checkbox checked> done</li><li><input type=checkbox>open</li></ul>"));
    }

    @Test
    void quotesCodeRulesAndTables() {
        assertEquals("> said\n> twice", read("<blockquote>said<br>twice</blockquote>"));
        assertEquals("```\nint a;\n  b * c\n```", read("<pre>int a;\n  b * c</pre>"));
        assertEquals("a\n\n---\n\nb", read("<p>a</p><hr><p>b</p>"));
        assertEquals("| h | i |\n| --- | --- |\n| 1 | 2 |", read("<table><tr><th>h<th>i</tr><tr><td>1<td>2</tr></table>"));
    }

    @Test
    void linksLeadOnlyWhereAPersonMayGo() {
        assertEquals("[here](https://example.org/a%28b%29)", read("<a href='https://example.org/a(b)'>here</a>"));
        assertEquals("https://example.org", read("<a href='https://example.org'>https://example.org</a>"));
        assertEquals("run", read("<a href='javascript:alert(1)'>run</a>"));
        assertEquals("file", read("<a href='file:///etc/passwd'>file</a>"));
    }

    /** What other programs wrap their text in. */
    @Test
    void officeAndEditors() {
        assertEquals("plain **bold**", read("<meta charset='utf-8'><b style='font-weight:normal;'><span>plain </span>"
                + "<span style='font-weight:700'>bold</span></b>"));
        assertEquals("```\nif (a) {\n  b();\n```", read("<div style='white-space: pre;'><div><span>if (a) {</span></div><div><span>  b();</span></div></div>"));
    }

    @Test
    void signsOfMarkdownStayWhatTheyAre() {
        assertEquals("\\*not\\* \\[a\\](b)", read("*not* [a](b)"));
        assertEquals("\\# no heading", read("<p># no heading</p>"));
        assertEquals("1\\. no list", read("<p>1. no list</p>"));
        assertEquals("\\- no item", read("<p>- no item</p>"));
    }

    @Test
    void nothingIsRunAndNothingIsFetched() {
        HtmlReader.Read read = HtmlReader.read("<script>steal()</script><style>p{}</style><p onclick=x>text</p>"
                + "<iframe src='https://tracker.example/'></iframe><img src='https://tracker.example/p.png' alt='a river'>"
                + "<svg><script>x</script></svg><link rel=stylesheet href='https://tracker.example/s.css'>");
        assertEquals("text\n\na river", read.markdown());
        assertTrue(read.picture().isEmpty());
    }

    @Test
    void aPictureInTheHtmlItself() {
        HtmlReader.Read read = HtmlReader.read("<img src='data:image/png;base64,AAEC'><img src='data:image/png;base64,AAAA'>");
        assertEquals(3, read.picture().orElseThrow().content().length());
        assertEquals("image/png", read.picture().orElseThrow().mediaType());
        assertTrue(HtmlReader.read("<img src='data:text/html;base64,AAEC'>").picture().isEmpty());
        assertTrue(HtmlReader.read("<img src='data:image/png;base64,%%%=='>").picture().map(p -> p.content().length() == 0).orElse(true));
    }

    @Test
    void hostileHtmlCostsLittle() {
        assertEquals("deep", read("<div>".repeat(20_000) + "deep"));
        assertEquals("x", read("<ul><li>".repeat(3_000) + "x").replaceAll("[-\\s]", ""));
        assertEquals("", read("<table>".repeat(2_000)));
        assertTrue(read("<b>".repeat(50_000) + "b").contains("b"));
        assertFalse(read("<".repeat(200_000)).isEmpty());
    }

    @Test
    void marksBecomeSigns() {
        String text = "Slow at the bend";
        List<Mark> marks = List.of(new Mark(0, 5, "strong", new Scalar.Bool(true)), new Mark(5, 7, "em", new Scalar.Bool(true)),
                new Mark(12, 16, "link", new Scalar.Str("{\"href\":\"https://example.org\"}")));
        assertEquals("**Slow** *at* the [bend](https://example.org)", MarkedText.markdown(text, marks, 0, text.length()));
        assertEquals("**low**", MarkedText.markdown(text, marks, 1, 4));
    }
}
