package dev.galleria.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.exchange.ImportedRow.Outcome;
import dev.galleria.platform.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest {
    static final String HEADER =
            "product,seller,sku,title,title_de,description,category,brand,status,tags,option1_name,option1_value,option1_value_de,option1_swatch,gtin,weight_g,price,list_price,sale_price,sale_start,sale_end,stock,attribute.material,attribute.volume,attribute.dishwasher,attribute.care,attribute.care.de,attribute.launched\n";

    static final String CUPS = HEADER
            + "clay-cup,alma,CUP-S,Clay cup,Tonbecher,\"Round, and\nwarm\",Home > Cups & mugs,Lehm & Co,active,\"new, gift\",Size,Small,Klein,#27406b,4006381333931,210,12.50,15,9.90,2026-12-01,2026-12-24T18:00:00Z,7,clay,250,yes,By hand,Von Hand,2026-01-31\n"
            + "clay-cup,alma,CUP-L,,,,,,,,Size,Large,Groß,,,320,16.00,,,,,0,,,,,,\n"
            + "clay-cup,bert,CUP-L,,,,,,,,Size,Large,Groß,,,320,15.50,,,,,3,,,,,,\n"
            + "plain-bowl,bert,BOWL,=Bowl,,-1+1,cups,,draft,,,,,,,500,8,,,,,,,,,,,\n";

    private final ExchangeFixture shop = new ExchangeFixture();

    @BeforeEach
    void quiet() {
        shop.events.clear();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void looksFirstAndChangesNothing() {
        var before = shop.everything();

        var work = shop.check(shop.owner, CUPS);

        assertThat(shop.faults(shop.owner, work)).isEmpty();
        assertThat(work.state()).isEqualTo(ImportState.CHECKED);
        assertThat(work.counts()).isEqualTo(new Import.Counts(5, 4, 0, 0, 0, 0, 0, 0));
        assertThat(shop.everything()).isEqualTo(before);
        assertThat(shop.events).isEmpty();
    }

    @Test
    void looksAtWhatWouldChangeAndChangesNothing() {
        shop.load(shop.owner, CUPS);
        var before = shop.everything();
        shop.events.clear();

        var work = shop.check(shop.owner, CUPS.replace("12.50", "11.00").replace(",7,clay", ",9,clay"));

        assertThat(work.counts().changed()).isEqualTo(1);
        assertThat(work.counts().unchanged()).isEqualTo(3);
        var row = shop.imports.rows(shop.owner, work.id(), null, 0, 10).get(0);
        assertThat(row.details().stream().map(detail -> detail.column() + " " + detail.values() + " " + detail.value()))
                .containsExactlyInAnyOrder("price [12.50] 11.00", "stock [7] 9");
        assertThat(shop.everything()).isEqualTo(before);
        assertThat(shop.events).isEmpty();
    }

    @Test
    void bringsProductsInAndTellsOfThemOnce() {
        var work = shop.load(shop.owner, CUPS);

        assertThat(work.state()).isEqualTo(ImportState.DONE);
        assertThat(work.counts().fresh()).isEqualTo(4);
        assertThat(shop.count("product")).isEqualTo(2);
        assertThat(shop.count("variant")).isEqualTo(3);
        assertThat(shop.count("offer")).isEqualTo(4);
        assertThat(shop.count("stock_movement")).isEqualTo(2);
        assertThat(shop.told()).isEqualTo(2);
        assertThat(shop.export(shop.owner))
                .contains("'=Bowl", "'-1+1", "By hand", "Von Hand", "9.90", "2026-12-24T18:00:00Z");
    }

    @Test
    void bringsTheSameFileInTwiceAndChangesNothingTheSecondTime() {
        shop.load(shop.owner, CUPS);
        var before = shop.everything();

        var again = shop.load(shop.owner, CUPS);

        assertThat(again.counts().unchanged()).isEqualTo(4);
        assertThat(again.counts().changed()
                        + again.counts().fresh()
                        + again.counts().wrong())
                .isZero();
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    void readsItsOwnExportAsUnchangedAndWritesItAgainInAnEmptiedMarketplace() {
        shop.load(shop.owner, CUPS);
        var export = shop.export(shop.owner);

        var work = shop.check(shop.owner, export);
        assertThat(shop.faults(shop.owner, work)).isEmpty();
        assertThat(work.counts().unchanged()).isEqualTo(4);
        assertThat(work.counts().changed() + work.counts().fresh()).isZero();

        try (var empty = new ExchangeFixture()) {
            empty.load(empty.owner, export);
            assertThat(empty.export(empty.owner)).isEqualTo(export);
        }
    }

    @Test
    void readsPricesAloneBySku() {
        shop.load(shop.owner, CUPS);

        var work = shop.load(shop.owner, "sku,seller,price\nCUP-S,alma,\"13,20\"\nCUP-L,bert,15.50\nNONE,bert,1\n");

        assertThat(work.counts().changed()).isEqualTo(1);
        assertThat(work.counts().unchanged()).isEqualTo(1);
        assertThat(shop.faults(shop.owner, work)).containsExactly("4/sku/sku-unknown");
        assertThat(shop.export(shop.owner)).contains("13.20");
    }

    @Test
    void takesBackWhatItBrought() {
        shop.load(shop.owner, CUPS);
        var before = shop.export(shop.owner);
        var work = shop.load(
                shop.owner,
                CUPS.replace("12.50", "11.00").replace("Clay cup", "Clay mug").replace(",7,clay", ",9,clay")
                        + "new-pot,alma,POT,Pot,,,cups,,draft,,,,,,,1,5,,,,,4,,,,,,\n");
        assertThat(shop.export(shop.owner)).isNotEqualTo(before).contains("new-pot");

        var undone = shop.undo(shop.owner, work.id());

        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(undone.counts().restored()).isEqualTo(2);
        assertThat(undone.counts().kept()).isZero();
        assertThat(shop.export(shop.owner)).isEqualTo(before);
        assertThat(shop.count("product")).isEqualTo(2);
    }

    @Test
    void keepsWhatSomebodyHasChangedSince() {
        var work = shop.load(shop.owner, CUPS);
        shop.load(shop.owner, "sku,seller,price\nBOWL,bert,9\n");
        shop.jdbi.useHandle(sql -> sql.execute("UPDATE stock_item SET on_hand = on_hand - 1 WHERE on_hand = 7"));

        var undone = shop.undo(shop.owner, work.id());

        assertThat(undone.counts().kept()).isEqualTo(2);
        assertThat(shop.imports.kept(shop.owner, work.id()).stream().map(kept -> kept.title() + " " + kept.undone()))
                .containsExactly("=Bowl changed", "Clay cup stock");
        assertThat(shop.count("product")).isEqualTo(2);
    }

    @Test
    void goesOnAfterACrashWithoutDoingAnythingTwice() {
        var file = HEADER
                + IntStream.range(0, 1_000)
                        .mapToObj(i ->
                                "pot-" + i + ",alma,POT-" + i + ",Pot " + i + ",,,cups,,active,,,,,,,1,5,,,,,4,,,,,,\n")
                        .collect(Collectors.joining());
        var id = shop.check(shop.owner, file).id();
        shop.imports.run(shop.owner, id);
        shop.stepsLeft = 2;
        assertThatThrownBy(shop.worker::workOff).isInstanceOf(ExchangeFixture.Crash.class);
        shop.stepsLeft = -1;
        int half = shop.count("product");
        assertThat(half).isBetween(1, 999);

        shop.worker.workOff();
        assertThat(shop.count("product")).as("its lease protects it").isEqualTo(half);
        shop.leasesEnd();
        shop.worker.workOff();

        var work = shop.imports.find(shop.owner, id);
        assertThat(work.state()).isEqualTo(ImportState.DONE);
        assertThat(work.counts().fresh()).isEqualTo(1_000);
        assertThat(work.counts().unchanged()).isZero();
        assertThat(shop.count("product")).isEqualTo(1_000);
        assertThat(shop.count("stock_movement")).isEqualTo(1_000);
        assertThat(shop.told()).isGreaterThanOrEqualTo(1_000);
        shop.undo(shop.owner, id);
        assertThat(shop.count("product")).isZero();
    }

    @Test
    void stopsWhenAskedToAndKeepsWhatIsIn() {
        var id = shop.check(shop.owner, CUPS).id();
        shop.imports.run(shop.owner, id);
        shop.imports.cancel(shop.owner, id);
        shop.worker.workOff();

        assertThat(shop.imports.find(shop.owner, id).state()).isEqualTo(ImportState.CANCELED);
        assertThat(shop.count("product")).isZero();
    }

    @Test
    void givesWrongRowsBackToBeCorrected() {
        var work = shop.load(
                shop.owner, CUPS.replace("4006381333931", "4006381333932").replace("500,8,", "500,\"1.234,56\","));
        assertThat(shop.faults(shop.owner, work))
                .containsExactly("2/gtin/gtin", "3//with-row", "4//with-row", "5/price/amount-form");
        var errors = shop.errors(shop.owner, work.id());
        assertThat(errors).contains("_error", "gtin: This is no GTIN", "price: ");

        var corrected = shop.load(
                shop.owner, errors.replace("4006381333932", "4006381333931").replace("\"1.234,56\"", "8"));

        assertThat(shop.faults(shop.owner, corrected)).isEmpty();
        assertThat(corrected.counts().fresh()).isEqualTo(4);
    }

    @Test
    void aSellerTouchesOnlyItsOwn() {
        shop.load(shop.owner, CUPS);
        var before = shop.everything();

        var work = shop.load(shop.ofAlma, "product,sku,title,category,price\nplain-bowl,BOWL,Mine,cups,1\n");
        assertThat(shop.faults(shop.ofAlma, work)).containsExactly("2/sku/not-yours");
        work = shop.load(shop.ofAlma, "sku,price\nBOWL,1\n");
        assertThat(shop.faults(shop.ofAlma, work)).containsExactly("2/sku/not-yours");
        work = shop.load(shop.ofAlma, "product,sku,title,category,price\nmine,BOWL,Mine,cups,1\n");
        assertThat(shop.faults(shop.ofAlma, work)).containsExactly("2/sku/sku-taken");
        work = shop.load(shop.ofAlma, "sku,seller,price\nCUP-L,bert,1\n");
        assertThat(shop.faults(shop.ofAlma, work)).containsExactly("2/seller/seller-unknown");
        assertThat(shop.everything()).isEqualTo(before);

        work = shop.load(shop.ofAlma, "sku,price\nCUP-L,14\n");
        assertThat(work.counts().changed()).isEqualTo(1);
        assertThat(shop.export(shop.ofAlma)).contains("14.00").doesNotContain("15.50", "BOWL");
        var id = work.id();
        assertThatThrownBy(() -> shop.imports.find(
                        shop.ofAlma, shop.load(shop.owner, CUPS).id()))
                .isInstanceOf(Problem.class);
        assertThat(shop.imports.find(shop.owner, id).seller()).isEqualTo(shop.alma.id());
    }

    @Test
    void knowsShopifysHeaders() {
        var work = shop.check(
                shop.owner,
                """
                Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Status
                mug,Mug,"<p>Good &amp; <b>round</b></p><ul><li>one</li></ul>",Lehm & Co,cups,,"a, b",TRUE,Title,Default Title,MUG,210.0,5,19.90,19.90,'4006381333931,https://example.com/a.jpg,active
                mug,,,,,,,,,,,,,,,,https://example.com/b.jpg,
                """);

        assertThat(work.shopify()).isTrue();
        assertThat(shop.faults(shop.owner, work)).containsExactly("2/seller/seller-missing", "3//with-row");
        shop.imports.check(shop.owner, work.id(), work.mapping(), null, "alma");
        shop.worker.workOff();
        work = shop.run(shop.owner, work.id());
        assertThat(work.counts().fresh()).isEqualTo(1);
        assertThat(work.counts().skipped()).isEqualTo(1);
        assertThat(shop.export(shop.owner))
                .contains("Good & round", "4006381333931")
                .doesNotContain("Default Title", "<p>");
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        var text = CUPS.replace(',', ';')
                .replace("Home > Cups & mugs", "cups")
                .replace("new; gift", "new")
                .replace("Round; and", "Round");
        for (var bytes : new byte[][] {
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(StandardCharsets.UTF_16LE),
            text.getBytes(Charset.forName("windows-1252")),
            text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)
        }) {
            var work = shop.check(shop.owner, bytes);
            assertThat(shop.faults(shop.owner, work)).as(work.charset()).isEmpty();
            assertThat(work.counts().fresh()).as(work.charset()).isEqualTo(4);
            assertThat(work.charsetSure()).isEqualTo(!work.charset().equals("windows-1252"));
        }
        shop.run(
                shop.owner,
                shop.check(shop.owner, text.getBytes(Charset.forName("windows-1252")))
                        .id());
        assertThat(shop.export(shop.owner)).contains("Groß");
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoGoodFile() {
        refused("", "empty", null);
        refused("\uFEFF", "empty", null);
        refused("PK\u0003\u0004rubbish", "workbook", null);
        refused("{\"products\": []}", "no-columns", 1);
        refused("<!DOCTYPE html><html>,</html>", "no-columns", 1);
        refused("product,sku,price\n", "no-rows", null);
        refused("product,sku,price\na,b,1\nc,\"d,2\ne,f,3\n", "quote", 3);
        refused("product,sku,price\na,b,1\nc,\"d\"d,2\n", "quote", 3);
        refused("product,sku,price\na," + "x".repeat(10 << 20) + ",1\n", "long-row", 2);
        refused("s\u0000ku\u0001,price\n1,2\n", "no-csv", 1);
        refused("sku" + ",x".repeat(2_000) + "\n1\n", "columns", 1);
        assertThat(shop.count("product")).isZero();
    }

    private void refused(String file, String code, Integer row) {
        var work = shop.check(shop.owner, file);
        assertThat(work.state()).as(code).isEqualTo(ImportState.REFUSED);
        assertThat(work.failure()).isEqualTo(code);
        assertThat(work.failureRow()).as(code).isEqualTo(row);
    }

    @Test
    void namesWrongCellsByRowAndColumn() {
        var head =
                "product,seller,sku,title,category,status,price,list_price,weight_g,stock,attribute.volume,unheard\n";
        var good = ",cups,draft,1,,1,1,1,x\n";
        fault(head + "a,alma,A,A" + good + "a,alma,A,A" + good, "2//with-row", "3/sku/twice");
        fault(head + "a,alma,A,A" + good + "b,alma,A,A" + good, "3/sku/twice");
        fault(head + "a,alma,A,A" + good + "b,bert,A,A" + good, "3/sku/two-products");
        fault(head + "a,alma,A,A" + good + "b,alma,B,B" + good + "a,alma,C,A" + good, "4/product/scattered");
        fault(head + "a,alma,A,A,cups,draft,1\n", "2//cells");
        fault(head + "a,alma,A,A,cups,draft,1,,1,1,1,x,y\n", "2//cells");
        fault(head + "a,alma,A,A\u0000,cups,draft,1,,1,1,1,x\n", "2//characters");
        fault(head + "a,alma,A,,cups,draft,1,,1,1,1,x\n", "2/title/missing");
        fault(head + "a,alma,A,A,nowhere,draft,1,,1,1,1,x\n", "2/category/unknown");
        fault(head + "a,nobody,A,A,cups,draft,1,,1,1,1,x\n", "2/seller/seller-unknown");
        fault(head + "a,alma,A,A,cups,sold,1,,1,1,1,x\n", "2/status/status");
        fault(head + "a,alma,A,A,cups,draft,\"1,234.56\",,1,1,1,x\n", "2/price/amount-form");
        fault(head + "a,alma,A,A,cups,draft,=1+1,,1,1,1,x\n", "2/price/amount-form");
        fault(head + "a,alma,A,A,cups,draft,\u0661\u0662,,1,1,1,x\n", "2/price/amount-form");
        fault(head + "a,alma,A,A,cups,draft,1.005,,1,1,1,x\n", "2/price/amount-fine");
        fault(head + "a,alma,A,A,cups,draft,0,,1,1,1,x\n", "2/price/amount");
        fault(head + "a,alma,A,A,cups,draft,2,1,1,1,1,x\n", "2/list_price/list-not-higher");
        fault(head + "a,alma,A,A,cups,draft,,,1,1,1,x\n", "2/price/price-missing");
        fault(head + "a,alma,A,A,cups,draft,1,,-1,1,1,x\n", "2/weight_g/whole");
        fault(head + "a,alma,A,A,cups,draft,1,,1,-5,1,x\n", "2/stock/whole");
        fault(head + "a,alma,A,A,cups,draft,1,,1,1,much,x\n", "2/attribute.volume/kind-number");
        fault(head + "Not a slug!,alma,A,A" + good, "2/product/slug");
        assertThat(shop.count("product")).isZero();
        assertThat(shop.events).isEmpty();
    }

    private void fault(String file, String... faults) {
        var work = shop.check(shop.owner, file);
        assertThat(work.state()).as(file).isEqualTo(ImportState.CHECKED);
        assertThat(shop.faults(shop.owner, work)).as(file).containsExactly(faults);
        assertThat(shop.imports.rows(shop.owner, work.id(), Outcome.WRONG, 0, 10))
                .isNotEmpty();
    }
}
