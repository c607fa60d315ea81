package dev.galleria.order;

/** Where the gateway sends the shopper: complete addresses of the shop's pages after paying and after turning back. */
public record PayPages(String paid, String turnedBack) {}
