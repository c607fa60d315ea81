package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.order.print.Sheets;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetsTest {
    private static final String LETTERS = "ÄÖÜäöüßéèêëàâçîïôœùûÿæŒÇ€«»„“’ – Łódź ČŠŽ Ελλ Кир";

    @ParameterizedTest
    @CsvSource({"de, Rechnung INV-1001", "fr, Facture INV-1001", "en, Invoice INV-1001"})
    void saysAllOfItWithEmbeddedFonts(String language, String title) throws IOException {
        var file = Sheets.of(paper(language, 3, LETTERS));

        try (var pdf = Loader.loadPDF(file)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(title, "O'Neill & Söhne <GmbH>", "#1042");
            for (var word : LETTERS.split(" ")) {
                assertThat(text).contains(word);
            }
            for (var page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void longWordsStayInTheirColumn() throws IOException {
        var word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsabzeichen";
        var file = Sheets.of(paper("de", 60, word));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/invoice.pdf"), file);

        try (var pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("Donaudampfschiff").contains("abzeichen");
            assertThat(rightmost(pdf)).isLessThan(page(pdf) - 50);
        }
    }

    @Test
    void saysWhatIsTaxedAtEachRate() throws IOException {
        var content = paper("en", 3, "Vase").content();

        assertThat(content.taxes())
                .containsExactly(
                        new Paper.Taxed(190_000, eur(5040), eur(957), eur(5997)),
                        new Paper.Taxed(0, eur(412), eur(78), eur(490)));
        try (var pdf = Loader.loadPDF(Sheets.of(paper("en", 3, "Vase")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("19% €50.40 €9.57 €59.97", "€4.12 €0.78 €4.90");
        }
    }

    private static float page(org.apache.pdfbox.pdmodel.PDDocument pdf) {
        return pdf.getPage(0).getMediaBox().getWidth();
    }

    private static float rightmost(org.apache.pdfbox.pdmodel.PDDocument pdf) throws IOException {
        var most = new float[1];
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> at) {
                at.forEach(one -> most[0] = Math.max(most[0], one.getXDirAdj() + one.getWidthDirAdj()));
            }
        }.getText(pdf);
        return most[0];
    }

    private static Paper paper(String language, int rows, String title) {
        var lines = new ArrayList<Paper.Row>();
        for (int at = 0; at < rows; at++) {
            lines.add(new Paper.Row(title, "Größe: XL", "SKU-" + at, 2, 190_000, eur(319), eur(1999)));
        }
        lines.add(new Paper.Row("DHL", "", "", 1, 0, eur(78), eur(490)));
        var content = new Paper.Content(
                "#1042",
                Instant.parse("2026-11-02T10:00:00Z"),
                language,
                "Atelier \"Nord\"; } body { color: red",
                List.of("O'Neill & Söhne <GmbH>", "Hamburg", "Deutschland"),
                List.of("Zoë Müller-Łęcka", "Straße 1", "20095 Hamburg"),
                true,
                null,
                lines,
                eur(1000),
                eur(5000));
        return new Paper(
                Ids.next(),
                Paper.Kind.INVOICE,
                new SellerId(Ids.next()),
                "INV-1001",
                Instant.parse("2026-11-03T10:00:00Z"),
                content);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
