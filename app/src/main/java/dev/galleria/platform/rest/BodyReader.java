package dev.galleria.platform.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Records of JSON bodies of up to {@link #LIMIT} bytes. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Record> {
    /** So many bytes hold a product of 2,000 variants with all that belongs to it. */
    public static final int LIMIT = 4 * 1024 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var bytes = bytes(media, headers, stream);
        try {
            return RecordReader.read(StrictJson.read(bytes), type);
        } catch (JsonShape e) {
            throw new Refusal(400, "request/json", String.valueOf(e.getMessage()));
        }
    }

    /** The whole body, if it is UTF-8 and not too large. */
    static byte[] bytes(MediaType media, MultivaluedMap<String, String> headers, InputStream stream)
            throws IOException {
        var charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new Refusal(415, "request/charset", "JSON is UTF-8.");
        }
        var length = headers.getFirst("Content-Length");
        if (length != null && length.length() > 7) {
            throw tooLarge();
        }
        var bytes = stream.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "request/too-large", "A body has up to " + LIMIT + " bytes.");
    }
}
