package dev.galleria.bench;

import java.io.IOException;

/** What is asked over HTTP, and the CPU time that answering has cost so far, in microseconds. */
interface Server {
    int port();

    long applicationMicros() throws IOException;

    /** 0 where there is no database. */
    long databaseMicros() throws IOException;
}
