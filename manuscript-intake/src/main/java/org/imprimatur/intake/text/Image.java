package org.imprimatur.intake.text;

/** A picture out of the author's file. Two are equal when their bytes' SHA-256 (hex, lower case) is the same. */
public final class Image {
    private final String sha256;
    private final String mediaType;
    private final byte[] bytes;

    public Image(String sha256, String mediaType, byte[] bytes) {
        this.sha256 = sha256;
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    public String sha256() {
        return sha256;
    }

    /** For instance {@code image/png}, told from the bytes. */
    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image image && image.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "Image[" + mediaType + ", " + sha256 + "]";
    }
}
