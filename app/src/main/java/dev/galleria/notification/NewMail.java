package dev.galleria.notification;

import java.util.Locale;

/** A mail to be sent. The reference says what it is about; the same reference never mails twice. */
public record NewMail(String reference, String recipient, Locale locale, String subject, String html, String text) {}
