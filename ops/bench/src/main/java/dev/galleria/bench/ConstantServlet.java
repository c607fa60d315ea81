package dev.galleria.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/** As long an answer as a page, made of nothing: no page of the same server can cost less. */
@WebServlet("/constant")
public class ConstantServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] PAGE = page();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(PAGE.length);
        response.getOutputStream().write(PAGE);
    }

    private static byte[] page() {
        var page = new byte[64 * 1024];
        Arrays.fill(page, (byte) 'x');
        return page;
    }
}
