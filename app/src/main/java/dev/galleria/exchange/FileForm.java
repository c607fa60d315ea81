package dev.galleria.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * How a file is written: found out by reading it once through.
 *
 * @param sure false when nothing in the file says its charset and it is not UTF-8: then it is taken for Windows-1252, which
 *     contains Latin-1
 */
record FileForm(Charset charset, boolean sure, char separator, int lines) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Charset WESTERN = Charset.forName("windows-1252");

    static FileForm of(Path file) throws IOException {
        var bytes = new byte[4];
        int length;
        try (var stream = Files.newInputStream(file)) {
            length = stream.readNBytes(bytes, 0, 4);
        }
        if (length == 0) {
            throw new Unreadable("empty", null);
        }
        if (length == 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            throw new Unreadable("workbook", null);
        }
        var marked = marked(bytes, length);
        var charset = marked != null ? marked : isUtf8(file) ? StandardCharsets.UTF_8 : guess(file);
        boolean sure = marked != null || charset != WESTERN;
        return new FileForm(charset, sure, separator(file, charset), lines(file, charset));
    }

    private static @org.jspecify.annotations.Nullable Charset marked(byte[] bytes, int length) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (length >= 3 && first == 0xEF && second == 0xBB && (bytes[2] & 0xff) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (length >= 2 && (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE)) {
            return first == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var chars = CharBuffer.allocate(1 << 16);
        var bytes = ByteBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                var result = decoder.decode(bytes, chars, end);
                while (result.isOverflow()) {
                    chars.clear();
                    result = decoder.decode(bytes, chars, end);
                }
                if (result.isError()) {
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
            return true;
        }
    }

    /** UTF-16 without a mark shows by its zero bytes: every other one in Latin scripts. */
    private static Charset guess(Path file) throws IOException {
        int even = 0;
        int odd = 0;
        byte[] bytes;
        try (var stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(4096);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                even += 1 - (i & 1);
                odd += i & 1;
            }
        }
        if (even + odd > bytes.length / 4) {
            return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return WESTERN;
    }

    private static char separator(Path file, Charset charset) throws IOException {
        var buffer = new char[1 << 14];
        int length;
        try (var reader = new java.io.InputStreamReader(Files.newInputStream(file), charset)) {
            length = reader.read(buffer);
        }
        var head = new String(buffer, 0, Math.max(0, length));
        var line = head.lines().filter(text -> !text.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        separator -> line.chars().filter(c -> c == separator).count()))
                .filter(separator -> line.indexOf(separator) >= 0)
                .orElse(',');
    }

    private static int lines(Path file, Charset charset) throws IOException {
        long lines = 0;
        var bytes = new byte[1 << 16];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int length = stream.read(bytes); length >= 0; length = stream.read(bytes)) {
                for (int i = 0; i < length; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
        }
        return (int) Math.min(lines, Integer.MAX_VALUE);
    }
}
