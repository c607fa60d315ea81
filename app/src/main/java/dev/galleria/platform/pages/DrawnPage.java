package dev.galleria.platform.pages;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds a page back while it is drawn. Errors and redirects go through: they are no pages. */
final class DrawnPage extends HttpServletResponseWrapper {
    private final StringWriter text = new StringWriter(65_536);
    private final PrintWriter writer = new PrintWriter(text);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String type;
    private boolean sent;
    private boolean cookies;

    DrawnPage(HttpServletResponse response) {
        super(response);
    }

    /** Whether an error or a redirect has been sent instead. */
    boolean sent() {
        return sent;
    }

    /** A good page of HTML that sets nothing in the browser. */
    boolean plain() {
        return getStatus() == SC_OK && !cookies && type != null && type.startsWith("text/html");
    }

    String text() {
        return text + bytes.toString(StandardCharsets.UTF_8);
    }

    /** Empty if none was set. */
    String type() {
        return type == null ? "" : type;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("a page is drawn without waiting");
            }

            @Override
            public void write(int one) {
                bytes.write(one);
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.write(some, from, length);
            }
        };
    }

    @Override
    public void setContentType(String type) {
        this.type = type;
        super.setContentType(type);
    }

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void flushBuffer() {}

    @Override
    public void addCookie(Cookie cookie) {
        cookies = true;
        super.addCookie(cookie);
    }

    @Override
    public void sendError(int code) throws IOException {
        sent = true;
        super.sendError(code);
    }

    @Override
    public void sendError(int code, String message) throws IOException {
        sent = true;
        super.sendError(code, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sent = true;
        super.sendRedirect(location);
    }
}
