package dev.spillway.report;

/** This machine cannot draw letters. */
public final class NoFonts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFonts(Throwable cause) {
        super(
                "pictures: this machine has no fonts that Java can use, install fontconfig and a font such as DejaVu,"
                        + " or leave out --svg",
                cause);
    }
}
